/** The runtime's host without a browser: time and chance are the test's, everything else is asked of who runs the app. */
import type { Host, HostAction, HttpReply } from '@tooljet/runtime';
import type { RunReply } from '@tooljet/schema';
import { numbers, uuid } from './chance';
import type { Clock } from './clock';
import type { Desk } from './desk';
import type { Questions } from './questions';
import type { Toasts } from './toasts';

/** What the host is made of. */
export interface Surroundings {
  clock: Clock;
  desk: Desk;
  toasts: Toasts;
  questions: Questions;
  seed: number;
  /** The app chose light, dark, or what the page around it has. */
  moded(mode: 'light' | 'dark' | 'auto'): void;
  /** Told which piece of app code runs. */
  mark(binding: string | null): void;
}

/** Makes the host of one app. */
export function createHost({ clock, desk, toasts, questions, seed, moded, mark }: Surroundings): Host {
  const random = numbers(seed);
  // Ids have chance of their own: one more query does not change what an app's Math.random gives.
  const forIds = numbers(seed + 1);
  return {
    // Who runs the app answers these two; their shapes are checked there.
    runQuery: call => desk.query(call) as Promise<RunReply>,
    request: call => desk.request(call) as Promise<HttpReply>,
    cancelRun: run => desk.cancel(run),
    act(action: HostAction): Promise<unknown> {
      if (action.kind === 'confirm') return questions.ask(action.message);
      if (action.kind === 'alert') toasts.add(action);
      else desk.acted(action);
      if (action.kind === 'set-mode') moded(action.mode);
      return Promise.resolve(undefined);
    },
    now: () => clock.now(),
    random,
    uuid: () => uuid(forIds),
    setTimer: (run, milliseconds) => clock.setTimer(run, milliseconds),
    clearTimer: timer => clock.clearTimer(timer),
    log: entry => desk.write(entry),
    mark,
  };
}
