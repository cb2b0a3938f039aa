/** What the kernel says to the outputs of an app, beside its answers; every output hears everything. */
import type { Wish } from '@tooljet/frame';
import type { Setting } from '@tooljet/runtime';

/** Something a Python function printed, showed, or failed with. */
export type Output =
  | { type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { type: 'error'; title: string; lines: string[] }
  | { type: 'display'; data: Record<string, unknown> };

export type FromKernel =
  /** The answer to `hello`: what was set by hand so far, and the events and values that somebody waits for. */
  | {
      kind: 'welcome';
      view: string;
      settings: Setting[];
      awaited: string[];
      watched: [string, string][];
      kernel: string;
    }
  /** What one output changed, in the order that counts; the output itself hears it too. */
  | { kind: 'settings'; view: string; number: number; settings: Setting[] }
  | { kind: 'ask'; ask: string; view: string; wish: Wish }
  | { kind: 'awaited'; events: string[] }
  /** A value that is to be told however long it is. */
  | { kind: 'watch'; component: string; key: string }
  /** Which outputs are there? */
  | { kind: 'who' }
  /** A function was called by an output: it runs now, and what came of it. */
  | { kind: 'started'; view: string; call: string; function: string }
  | { kind: 'done'; view: string; call: string; error?: string }
  | { kind: 'output'; function: string; output: Output }
  | { kind: 'pong'; view: string };

const KINDS = new Set(['welcome', 'settings', 'ask', 'awaited', 'watch', 'who', 'started', 'done', 'output', 'pong']);

/** Whether the kernel says something that is no answer to a question; what it says is believed, as its code is ours. */
export function isFromKernel(message: unknown): message is FromKernel {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    typeof message.kind === 'string' &&
    KINDS.has(message.kind)
  );
}
