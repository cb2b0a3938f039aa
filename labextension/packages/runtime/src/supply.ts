/** Where the data of a component comes from: the queries its properties read, how they fare, and running them again. */
import type { Behaviour, Reads } from './behaviours/behaviour';
import { isRecord } from './equal';
import type { Instance } from './instance';
import { messageOf } from './logbook';
import { plain } from './plain';
import type { Query } from './query';

/** The event with which the renderer asks to run again what failed. */
export const RETRY = '$retry';

/** Why the data is missing or old. */
export interface Failure {
  /** The name of the query. */
  query: string;
  message: string;
  detail: unknown;
}

/** What a component tells the renderer about its data. */
export interface Supply {
  /** An answer is on its way. */
  fetching: boolean;
  /** Every query has answered before; what is shown then is at worst old. */
  fed: boolean;
  failure: Failure | null;
}

/**
 * The exposed values of a component that shows data: `supply`, and `truncated`, the number of rows at which the server
 * cut the answer. Only queries that one of the properties reads itself count: what another component, a variable or a
 * RunJS query hands on may be made of anything.
 */
export function supplied(properties: (self: Instance) => string[]): NonNullable<Behaviour['derived']> {
  const feeds: Reads = self => feedsOf(self, properties(self));
  return { $feeds: feeds, supply: supplyOf, truncated: cutAt };
}

/** Run the failed ones again, as they ran the last time. */
export function retry(self: Instance): void {
  for (const query of knownFeeds(self)) if (hasFailed(query)) void query.again();
}

/** Whether a visible component shows what a query answers. */
export function isFedBy(self: Instance, query: Query): boolean {
  return (
    self.behaviour.derived?.['$feeds'] !== undefined &&
    self.get('isVisible') !== false &&
    knownFeeds(self).includes(query)
  );
}

function feedsOf(self: Instance, properties: string[]): Query[] {
  const { graph, queries } = self.context;
  const found = new Set<Query>();
  for (const property of properties) {
    for (const input of self.inputs(property)) {
      // Another answer of the same value may come from another query: what the property reads is read here, too.
      graph.track(input);
      const query = queries.answering(input);
      if (query) found.add(query);
    }
  }
  return Array.from(found);
}

function knownFeeds(self: Instance): Query[] {
  const feeds = self.get('$feeds');
  return Array.isArray(feeds) ? feeds : [];
}

function supplyOf(self: Instance): Supply {
  const feeds = knownFeeds(self);
  const failed = feeds.find(hasFailed);
  return {
    fetching: feeds.some(query => query.store.isLoading.get()),
    fed: feeds.length > 0 && feeds.every(query => query.store.metadata.get() !== undefined),
    failure: failed ? failureOf(failed) : null,
  };
}

/** A failure is over as soon as the query runs again. */
function hasFailed({ store }: Query): boolean {
  return store.error.get() !== undefined && !store.isLoading.get();
}

function failureOf({ definition, store }: Query): Failure {
  const error = store.error.get();
  const detail = isRecord(error) ? error['detail'] : undefined;
  return { query: definition.name, message: messageOf(error), detail: plain(detail) ?? null };
}

function cutAt(self: Instance): number | undefined {
  const cuts = knownFeeds(self).flatMap(({ store }) => {
    const metadata = store.metadata.get();
    if (!isRecord(metadata) || metadata['truncated'] !== true) return [];
    const rows = store.rawData.get();
    // An answer can also be cut for its size, long before the greatest number of rows.
    return [Array.isArray(rows) ? rows.length : Number(metadata['limit'])];
  });
  return cuts.length > 0 ? Math.min(...cuts) : undefined;
}
