/** What leaves the engine after a step: what the app asks for, says and shows, and the value that was asked for. */
import { plain } from '@tooljet/runtime';
import { CannotDo } from './gestures';
import type { Stage } from './stage';

/** What went wrong with a command. */
export interface Problem {
  code: 'CannotDo' | 'Failed';
  message: string;
}

/** The result of a command, and the time up to which the clock is being moved. */
interface Result {
  value: unknown;
  error: Problem | undefined;
  until: number;
  /** Whether drawing the page changed something: promises may wait. */
  restless: boolean;
}

export function problem(thrown: unknown): Problem {
  const code = thrown instanceof CannotDo ? 'CannotDo' : 'Failed';
  return { code, message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The object that becomes JSON. */
export function outgoing(stage: Stage | undefined, { value, error, until, restless }: Result): object {
  if (!stage) return { error };
  return {
    ...stage.desk.take(),
    alerts: stage.alerts,
    question: stage.questions.open,
    asked: stage.questions.latest,
    now: stage.now(),
    page: stage.mirror.page?.handle,
    due: stage.clock.isDue(until),
    restless,
    value: plain(value),
    error,
  };
}
