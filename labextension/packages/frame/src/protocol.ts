/** What a frame and its host say to each other over one message port. Neither believes more than `guards.ts` has checked. */
import type { Globals, HostAction, HttpReply, HttpRequest, LogEntry, QueryCall } from '@tooljet/runtime';
import type { Device, ErrorBody, JsonObject, RunReply, ViewerDefinition } from '@tooljet/schema';

/** Both sides say it; another number means one of them is older than the other. */
export const PROTOCOL = 1;

/** Before there is a port, by `window.postMessage`: the host calls, the frame says it is there, the host sends one port. */
export type Handshake = { tooljet: 'hello' } | { tooljet: 'ready'; protocol: number } | { tooljet: 'connect' };

/** What an app is started with. */
export interface Init {
  type: 'init';
  app: { id: string; name: string; slug: string };
  definition: ViewerDefinition;
  constants: JsonObject;
  globals: Globals;
  /** The handle of the first page. */
  page?: string;
  urlparams: Record<string, string>;
  theme: Theme;
  /** Without it the width of the frame decides. */
  device?: Device;
  /** The host wants to hear the exposed values of components as they change. */
  reportState?: boolean;
}

export type Theme = 'light' | 'dark' | 'auto';

/** What may change while the app runs. */
export type Change = Partial<
  Pick<Init, 'definition' | 'constants' | 'globals' | 'urlparams' | 'theme' | 'device' | 'page'>
>;

/** The answer to a call. `json` is the body of a reply as it came, so that only the worker parses it. */
export interface Reply {
  type: 'reply';
  call: number;
  value?: unknown;
  json?: ArrayBuffer;
  error?: ErrorBody;
}

export type ToFrame = Init | { type: 'update'; change: Change } | Reply | { type: 'ping'; beat: number };

/** A file ready to be saved: the frame makes it, the host only hands it to the user. */
export interface SaveAction {
  kind: 'save';
  name: string;
  mime: string;
  content: string | ArrayBuffer;
}

/** Actions that leave the frame; the others the renderer does itself. */
export type RemoteAction =
  | Extract<HostAction, { kind: 'open-page' | 'go-to-app' | 'open-url' | 'copy' | 'set-localstorage' | 'logout' }>
  | SaveAction;

/** What a frame may ask of its host. */
export type Request =
  ({ name: 'run-query' } & QueryCall) | ({ name: 'request' } & HttpRequest) | { name: 'act'; action: RemoteAction };

/** Values that components expose now; only what changed. */
export interface StateChange {
  instance: string;
  component: string;
  exposed: JsonObject;
}

export type ToHost =
  | { type: 'call'; call: number; request: Request }
  | { type: 'cancel'; run: string }
  | { type: 'shown' }
  | { type: 'title'; page: string; pages: number }
  | { type: 'height'; height: number }
  | { type: 'log'; entry: LogEntry }
  | { type: 'state'; changes: StateChange[] }
  | { type: 'pong'; beat: number };

/** What each request is answered with. */
export interface Answers {
  'run-query': RunReply;
  request: HttpReply;
  act: unknown;
}
