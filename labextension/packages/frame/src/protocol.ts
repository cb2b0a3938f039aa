/** What a frame and its host say to each other over one message port. Neither believes more than `guards.ts` has checked. */
import type {
  ExposedNews,
  Globals,
  HostAction,
  HttpReply,
  HttpRequest,
  LogEntry,
  QueryCall,
  Setting,
} from '@tooljet/runtime';
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
  /** The host wants to hear what is set by hand and what components expose, as it changes, and every event. */
  reportState?: boolean;
  /** What was set by hand elsewhere, where the app is shown already. */
  settings?: Setting[];
  /** The host wants to hear what the person does and what the app shows for it, to make a test of it. */
  record?: boolean;
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

/** Something a host wants of a frame: to look at a value or set it as a person would, or a picture of what is shown. */
export type Wish =
  | { name: 'expose'; component: string; key: string }
  | { name: 'watch'; component: string; key: string }
  | { name: 'assign'; component: string; key: string; value: unknown }
  | { name: 'act'; component: string; action: string; params: unknown[] }
  | { name: 'picture' };

export type ToFrame =
  | Init
  | { type: 'update'; change: Change }
  | { type: 'settings'; settings: Setting[] }
  | { type: 'ask'; ask: number; wish: Wish }
  | Reply
  | { type: 'ping'; beat: number };

/** A file ready to be saved: the frame makes it, the host only hands it to the user. */
export interface SaveAction {
  kind: 'save';
  name: string;
  mime: string;
  content: string | ArrayBuffer;
}

/** Actions that leave the frame; the others the renderer does itself. */
export type RemoteAction =
  | Extract<
      HostAction,
      { kind: 'open-page' | 'go-to-app' | 'open-url' | 'copy' | 'set-localstorage' | 'logout' | 'call-python' }
    >
  | SaveAction;

/** What a frame may ask of its host. */
export type Request =
  ({ name: 'run-query' } & QueryCall) | ({ name: 'request' } & HttpRequest) | { name: 'act'; action: RemoteAction };

/** What happened between a person and the app; only a host that records hears it. Long lists travel as their lengths. */
export type Gesture =
  | { kind: 'start'; device: Device }
  | { kind: 'set'; instance: string; values: JsonObject }
  | { kind: 'fire'; instance: string; event: string; detail?: JsonObject }
  | { kind: 'page'; handle: string }
  | { kind: 'answer'; yes: boolean }
  | { kind: 'alert'; level: string; message: string }
  | { kind: 'state'; instance: string; values: JsonObject };

export type ToHost =
  | { type: 'call'; call: number; request: Request }
  | { type: 'cancel'; run: string }
  | { type: 'shown' }
  | { type: 'title'; page: string; pages: number }
  | { type: 'height'; height: number }
  | { type: 'log'; entry: LogEntry }
  | { type: 'state'; settings: Setting[]; exposed: ExposedNews[] }
  | { type: 'event'; component: string; event: string }
  | { type: 'answer'; ask: number; value?: unknown; error?: ErrorBody }
  | { type: 'gesture'; gesture: Gesture }
  | { type: 'pong'; beat: number };

/** What each request is answered with. */
export interface Answers {
  'run-query': RunReply;
  request: HttpReply;
  act: unknown;
}
