/** What the runtime tells its listeners: resolved values only, all of them structured-cloneable. */

/** A page as navigation shows it. */
export interface PageLink {
  id: string;
  name: string;
  handle: string;
  icon: string | null;
  hidden: boolean;
  disabled: boolean;
}

/** The page that is shown, and the pages beside it. */
export interface PageState {
  id: string;
  name: string;
  handle: string;
  /** A component is drawn when its `showOnDesktop` or `showOnMobile` says so. */
  device: 'desktop' | 'mobile';
  /** Resolved canvas colour, '' for the theme's own. */
  background: string;
  pages: PageLink[];
}

/** New values of one instance; only what changed, everything the first time. A key with `undefined` has no value now. */
export interface InstancePatch {
  instance: string;
  component: string;
  props?: Record<string, unknown>;
  exposed?: Record<string, unknown>;
  /** `value`: the sentence to show under the field; an empty object takes it away. */
  errors?: Record<string, string>;
}

/** The page, or something about it, changed. `fresh`: every instance sent before is gone; the new ones follow at once. */
export interface PagePatch {
  page: PageState;
  fresh: boolean;
}

/** An instance is gone (a row of a Listview). */
export interface RemovedPatch {
  removed: string;
}

/** Which rows of a Listview are alive: `from`, `from + 1`, ... Their instances are `<id>@<row>`. */
export interface RowsPatch {
  rows: { instance: string; from: number; count: number; total: number };
}

/**
 * A slice of a long list (`Table` property `data`), sent once and in slices; `fresh` starts a new list.
 * `props` never holds the same property.
 */
export interface DataPatch {
  data: { instance: string; property: string; from: number; items: unknown[]; total: number; fresh: boolean };
}

/** What a Table's column says for some rows: only the properties that depend on `cellValue` or `rowData`. */
export interface CellsPatch {
  cells: { instance: string; column: string; values: CellValues[] };
}

/** Resolved properties of one cell: `transformation`, `cellBackgroundColor`, ... */
export interface CellValues {
  row: number;
  [property: string]: unknown;
}

/** One change; a wave is a list of them, in order. */
export type Patch = InstancePatch | PagePatch | RemovedPatch | RowsPatch | DataPatch | CellsPatch;
