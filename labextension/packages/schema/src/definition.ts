/** The content of an app version as one JSON document, and the part of it that a viewer's browser gets. */

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON object whose keys are not known in advance. */
export type JsonObject = Record<string, unknown>;

/** The place of a component: top and height in pixels (10 px grid), left and width in 43 columns. */
export interface Layout {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** The two screens an app is laid out for. */
export type Device = 'desktop' | 'mobile';

/** The places of a component; without `mobile` the phone shows one column in reading order. */
export interface Layouts {
  desktop: Layout;
  mobile?: Layout;
}

/** What happens after something happened: ToolJet's flat record, the action's own options beside the common ones. */
export interface Event {
  id: string;
  /** What happened, such as `onClick`. */
  eventId: string;
  /** What to do, such as `run-query`; its options are in `generated/actions.ts`. */
  actionId: string;
  /** Table: the key of the column or the name of the action button this event belongs to. */
  ref?: string;
  /** Milliseconds to wait for the next event of the same kind; exports write it as text. */
  debounce?: number | string;
  /** An expression; the action runs only when it is true. */
  runOnlyIf?: string | boolean;
  extra?: JsonObject;
  [option: string]: unknown;
}

/** One thing on a page. */
export interface Component {
  id: string;
  name: string;
  /** A name of `specs`; an imported app can hold others, which are kept and drawn as a labelled box. */
  type: string;
  /** null, a component id, or an id with a slot: `-header`, `-footer`, `-modal`, `-<tab id>`. */
  parent: string | null;
  /** Properties, styles, validation, `tooltip`, `showOnDesktop` and `showOnMobile`, flat; unset means the spec's default. */
  props: JsonObject;
  layouts: Layouts;
  events: Event[];
  extra?: JsonObject;
}

/** One page of an app. */
export interface Page {
  id: string;
  name: string;
  handle: string;
  icon?: string;
  hidden?: boolean | string;
  disabled?: boolean;
  components: Component[];
  events: Event[];
  extra?: JsonObject;
}

/** One parameter of a query and what it is when the caller gives none. */
export interface Parameter {
  name: string;
  defaultValue?: unknown;
}

/** The options every query has, whatever its data source; all of them are safe to show to a viewer. */
export interface ClientOptions {
  runOnPageLoad?: boolean;
  runOnDependencyChange?: boolean;
  requestConfirmation?: boolean;
  confirmationMessage?: string;
  showSuccessNotification?: boolean;
  successMessage?: string;
  notificationDuration?: number | string;
  enableTransformation?: boolean;
  transformationLanguage?: 'javascript' | 'python';
  transformation?: string;
  parameters?: Parameter[];
  disableQuery?: boolean | string;
  disabledMessage?: string;
  /** The source of a `runjs` query. */
  code?: string;
}

/** All options of a query: the common ones and the keys of its data source's operation. */
export interface QueryOptions extends ClientOptions {
  query_timeout?: number | string;
  [option: string]: unknown;
}

/** A named call of one operation of one data source, or a piece of JavaScript or Python. */
export interface Query {
  id: string;
  name: string;
  /** The kind of the data source: `postgresql`, `restapi`, `runjs`, `runpy`, `tooljetdb` ... */
  kind: string;
  source: string | null;
  options: QueryOptions;
  events: Event[];
  extra?: JsonObject;
}

/** Light, dark, or what the viewer's system says. */
export type AppMode = 'light' | 'dark' | 'auto';

/** What holds for the whole app. */
export interface Settings {
  canvasMaxWidth: number;
  canvasMaxWidthType: 'px' | '%';
  canvasBackgroundColor: string;
  appMode: AppMode;
  hideHeader: boolean;
  /** Hosts that axios, fetch and images of the app may reach. */
  allowedHosts: string[];
}

/** The content of a version, as builders and servers see it. */
export interface Definition {
  format: 1;
  settings: Settings;
  homePage: string;
  pages: Page[];
  queries: Query[];
  /** What an import could not use; kept and exported again. */
  extra?: JsonObject;
}

/** A query as a viewer sees it: no SQL, no URL, no server code. */
export interface ViewerQuery {
  id: string;
  name: string;
  kind: string;
  events: Event[];
  options: ClientOptions;
  /** The expressions to evaluate, in order; a run sends one value for each. */
  bindings: string[];
}

/** The content of a version as a viewer's browser gets it. */
export interface ViewerDefinition extends Omit<Definition, 'queries'> {
  queries: ViewerQuery[];
}

/** Who uses the app: `globals.currentUser`. */
export interface User {
  id?: string;
  email?: string;
  firstName?: string;
  lastName?: string;
  groups?: string[];
  [key: string]: unknown;
}

/** The reply of `apps/{app}/released`: everything a viewer page needs to start. */
export interface ReleasedApp {
  app: { id: string; name: string; slug: string; icon?: string | null };
  version: { id: string; name: string };
  /** The name of the environment its queries run in. */
  environment: string;
  constants: JsonObject;
  definition: ViewerDefinition;
}

/** One column of a query's answer. */
export interface ResultColumn {
  name: string;
  type: string;
}

/** The answer of one run. */
export interface RunReply {
  run: string;
  columns: ResultColumn[];
  /** Rows as a list of objects, or any JSON for REST and code. */
  data: unknown;
  truncated: boolean;
  limit: number | null;
  affectedRows: number | null;
  metadata: JsonObject;
  seconds: number;
}

/** The body of every error reply. */
export interface ErrorBody {
  code: string;
  message: string;
  detail: JsonObject;
}
