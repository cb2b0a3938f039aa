/** The public face of the runtime: what it is given, what it can be told, what it tells. */
import type { Device, JsonObject, User, ViewerDefinition } from '@tooljet/schema';
import type { Host } from './host';
import type { Inspection } from './inspect';
import type { Patch } from './patches';

export type * from './host';
export type * from './inspect';
export type * from './patches';

/** `globals` of an app. */
export interface Globals {
  currentUser: User;
  theme: { name: string };
  urlparams?: Record<string, string>;
  environment: { id?: string; name: string };
  modeOf: { value: 'edit' | 'view' };
  [key: string]: unknown;
}

/** What may change while a runtime lives. */
export interface Inputs {
  definition: ViewerDefinition;
  globals: Globals;
  constants: JsonObject;
  urlparams: Record<string, string>;
  device: Device;
}

/** What `createRuntime` is given. */
export interface RuntimeOptions {
  definition: ViewerDefinition;
  host: Host;
  globals: Globals;
  constants: JsonObject;
  /** The handle of the first page; the home page without it. */
  page?: string;
  urlparams?: Record<string, string>;
  device: Device;
  /** Binding ids (`c1.text`, as given to `host.mark`) that are not evaluated: they hung the last time. */
  leftOut?: string[];
  /** A snapshot to start from. */
  state?: State;
}

/** What a query holds in a snapshot. */
export interface QueryState {
  ran: boolean;
  data?: unknown;
  rawData?: unknown;
  metadata?: unknown;
  error?: unknown;
}

/** Everything a viewer did and loaded: enough to start again where it stopped. Plain, cloneable values. */
export interface State {
  page: string;
  variables: JsonObject;
  pageVariables: Record<string, JsonObject>;
  /** Values set by the user or by component actions, per instance. */
  components: Record<string, JsonObject>;
  queries: Record<string, QueryState>;
}

/** Something set by hand, by a viewer, an action or Python; without a value it is not set any more. */
export interface Setting {
  kind: 'component' | 'variable' | 'page-variable' | 'page';
  /** The instance, or the id of the page; '' for what belongs to the whole app. */
  of: string;
  key: string;
  value?: unknown;
}

/** What an instance exposes now: the values that changed, and the names of those too long to be told unasked. */
export interface ExposedNews {
  instance: string;
  exposed: Record<string, unknown>;
  large: string[];
}

/** What changed since the last time. */
export interface News {
  settings: Setting[];
  exposed: ExposedNews[];
}

/** An app that is shown in several places, or that Python looks at. Components are named by their ids. */
export interface Live {
  /** What changed with these patches, and since the last time it was asked. */
  news(patches: readonly Patch[]): News;
  /** Take over what was set elsewhere; nothing of it is news. */
  adopt(settings: readonly Setting[]): void;
  /** Set an exposed value as a person or an action would. Gives what it is then. */
  assign(component: string, key: string, value: unknown): unknown;
  /** An exposed value, however long. */
  expose(component: string, key: string): unknown;
  /** From now on this value is told however long it is. */
  watch(component: string, key: string): void;
}

/**
 * One running app. Every call is synchronous unless it says otherwise, and ends with at most one wave of patches.
 * Calls for an instance that is gone do nothing: the page may have changed while they were on their way.
 */
export interface Runtime {
  /** Load the page: `runOnPageLoad` queries and `onPageLoad` events. Resolves when those queries have answered. */
  start(): Promise<void>;
  /** One call per wave; the full state of the page at once. Returns the way out. */
  subscribe(listener: (patches: Patch[]) => void): () => void;
  /** Something happened in the renderer; `detail.ref` names a Table's column or action button. */
  fire(instance: string, event: string, detail?: JsonObject): void;
  /**
   * The user changed exposed values: `value`, `values`, `searchText`, `currentTab`, `show`, `clickedDataPoint` ...
   * Table: searchText, filters, sortApplied, pageIndex, changeSet, newRows, selectedCell, and rows by their numbers in
   * the data: selectedRowId, selectedRowsId, hoveredRowId. Listview: selectedRecordId, pageIndex.
   */
  set(instance: string, values: JsonObject): void;
  /** Run a component action such as `setText`. */
  act(instance: string, action: string, params: unknown[]): unknown;
  /** Ask for the per-cell properties of a Table's column for the rows in sight; they come, and stay current, as patches. */
  cells(instance: string, column: string, rows: number[]): void;
  /** Show another page, by handle. */
  switchPage(handle: string, query?: [string, string][]): void;
  /** Run a query by id or name. Resolves to its data. */
  runQuery(query: string, parameters?: JsonObject): Promise<unknown>;
  /** Change what came from outside: theme, device, URL parameters, constants, the definition itself. */
  update(change: Partial<Inputs>): void;
  /** End: timers cleared, runs cancelled, listeners dropped. */
  stop(): void;
  /** A copy of the state. Without query data (`queryData: false`) those queries run again after a restore. */
  snapshot(options?: { queryData?: boolean }): State;
  /** The app as other places that show it, and Python, know it. */
  readonly live: Live;
  /** Why a value is what it is: `table1.data`, `queries.orders.data`, `variables.x`. Throws when there is no such place. */
  inspect(place: string): Inspection;
  /** The value of an expression now: for tests, the notebook and the inspector. Throws what it throws. */
  read(expression: string): unknown;
}
