/** How the data of a component fares: on its way, there, old or missing. */
import { inner } from '../inner';
import { isRecord } from '../record';

/** Why the data is missing or old. */
export interface Failure {
  /** The name of the query. */
  query: string;
  message: string;
  /** The facts behind the message, as text; '' for none. */
  detail: string;
}

export interface Life {
  /** What to draw: a skeleton, why there is nothing, or the data. */
  stage: 'waiting' | 'failed' | 'there';
  /** Newer data is on its way while the old one is shown. */
  refreshing: boolean;
  failure: Failure | undefined;
  /** The number of rows at which the server cut the answer. */
  truncated: number | undefined;
}

/** `has` says whether there is something to draw; `loadingState` is the builder's own word that data is on its way. */
export function lifeOf(exposed: object, { has, loadingState }: { has: boolean; loadingState: boolean }): Life {
  const given = inner(exposed, 'supply');
  const supply = isRecord(given) ? given : {};
  const failure = failureOf(supply.failure);
  const busy = loadingState || supply.fetching === true;
  const holds = has || supply.fed === true;
  const cut = inner(exposed, 'truncated');
  return {
    stage: holds ? 'there' : busy ? 'waiting' : failure ? 'failed' : 'there',
    refreshing: holds && busy,
    failure,
    truncated: typeof cut === 'number' ? cut : undefined,
  };
}

function failureOf(given: unknown): Failure | undefined {
  if (!isRecord(given)) return undefined;
  const { query, message, detail } = given;
  const facts = isRecord(detail) && Object.keys(detail).length > 0 ? JSON.stringify(detail, null, 2) : '';
  return { query: String(query ?? ''), message: String(message ?? ''), detail: facts };
}

/** Runs again what failed. */
export function retry(given: { fire(event: string): void }): void {
  given.fire('$retry');
}
