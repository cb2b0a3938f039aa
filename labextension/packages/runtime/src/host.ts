/** What a runtime asks for everything outside itself: queries, the network, time, navigation, the log. */
import type { RunReply } from '@tooljet/schema';

/** A request that app code makes with axios or fetch; the host sends it only to hosts the app lists. */
export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** The answer of such a request; `body` is parsed JSON, or text. */
export interface HttpReply {
  status: number;
  statusText?: string;
  headers: Record<string, string>;
  body: unknown;
}

/** How loud a message is; ToolJet's four alert types. */
export type AlertLevel = 'info' | 'success' | 'warning' | 'error';

/** Query parameters in their order. */
export type QueryParams = [string, string][];

/** Something only the host can do. `confirm` resolves to a boolean, the others to nothing. */
export type HostAction =
  | { kind: 'alert'; level: AlertLevel; message: string; duration?: number }
  | { kind: 'confirm'; message: string; query?: string }
  | { kind: 'open-page'; page: string; handle: string; query: QueryParams }
  | { kind: 'go-to-app'; slug: string; query: QueryParams; newTab: boolean }
  | { kind: 'open-url'; url: string; newTab: boolean }
  | { kind: 'copy'; text: string }
  | { kind: 'download'; name: string; type: 'csv' | 'xlsx' | 'plaintext' | 'pdf'; data: unknown }
  | { kind: 'set-localstorage'; key: string; value: unknown }
  | { kind: 'logout' }
  | { kind: 'set-mode'; mode: 'light' | 'dark' | 'auto' }
  | { kind: 'scroll'; instance: string; behavior: string; block: string }
  | { kind: 'focus'; instance: string }
  | { kind: 'blur'; instance: string }
  /** Only where the app is shown in a notebook; `row` is the row of a Table or Listview that the event is about. */
  | {
      kind: 'call-python';
      callback: string;
      component: string;
      event: string;
      instance: string;
      values: Record<string, unknown>;
      row: unknown;
    };

/** Who wrote a log entry: the name a builder gave it and, for a binding, the property. */
export interface LogSource {
  kind: 'component' | 'query' | 'event' | 'page' | 'app';
  id: string;
  name: string;
  property?: string;
}

/** One line of the debugger. */
export interface LogEntry {
  level: 'error' | 'warning' | 'info' | 'debug';
  source: LogSource;
  message: string;
  detail?: unknown;
  /** `host.now()` when it was written. */
  time: number;
}

/** One run of a query: a value per binding, `undefined` already sent as null. */
export interface QueryCall {
  query: string;
  values: unknown[];
  run: string;
}

/** Everything outside the runtime. */
export interface Host {
  /** Rejects with an `ErrorBody`. */
  runQuery(call: QueryCall): Promise<RunReply>;
  cancelRun(run: string): void;
  request(call: HttpRequest): Promise<HttpReply>;
  act(action: HostAction): Promise<unknown>;
  now(): number;
  random(): number;
  uuid(): string;
  setTimer(run: () => void, ms: number): number;
  clearTimer(timer: number): void;
  log(entry: LogEntry): void;
  /** Called for every event of a component, whatever its handlers do. */
  happened?(component: string, event: string): void;
  /** Called before a piece of app code runs, with its binding id (`c1.text`), and with null when none runs. */
  mark?(binding: string | null): void;
  /** Called when a wave of evaluation starts and ends; a watchdog's clock. */
  wave?(running: boolean): void;
}
