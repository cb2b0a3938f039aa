/** What the frame's page and the worker with the runtime say to each other. Both are ours; the app's code is only in the worker. */
import type { HostAction, Inputs, LogEntry, News, Patch, Setting, State } from '@tooljet/runtime';
import type { Device, ErrorBody, JsonObject } from '@tooljet/schema';
import type { Init, Reply, Request, Wish } from '../protocol';

/** How a worker starts, the first time or after it had to be ended. */
export interface Start {
  type: 'start';
  init: Init;
  device: Device;
  /** Say before every single binding that it runs now: costs time, but the next stall has a name. */
  careful: boolean;
  leftOut: string[];
  state?: State;
}

export type ToWorker =
  | Start
  | { type: 'fire'; instance: string; event: string; detail?: JsonObject }
  | { type: 'set'; instance: string; values: JsonObject }
  | { type: 'cells'; instance: string; column: string; rows: number[] }
  | { type: 'page'; handle: string; query: [string, string][] }
  | { type: 'update'; change: Partial<Inputs> }
  | { type: 'settings'; settings: Setting[] }
  | { type: 'ask'; ask: number; wish: RuntimeWish }
  | { type: 'ping' }
  | Reply;

/** What the runtime itself can grant of a host's wishes. */
export type RuntimeWish = Exclude<Wish, { name: 'picture' }>;

/** A request of the runtime: to the host, or an action that the renderer may do itself. */
export type WorkerRequest = Exclude<Request, { name: 'act' }> | { name: 'act'; action: HostAction };

export type FromWorker =
  | { type: 'patches'; patches: Patch[] }
  | { type: 'call'; call: number; request: WorkerRequest }
  | { type: 'cancel'; run: string }
  | { type: 'log'; entry: LogEntry }
  | ({ type: 'state' } & News)
  | { type: 'event'; component: string; event: string }
  | { type: 'answer'; ask: number; value?: unknown; error?: ErrorBody }
  | { type: 'wave'; running: boolean }
  | { type: 'mark'; binding: string | null }
  | { type: 'pong' }
  | { type: 'failed'; message: string };
