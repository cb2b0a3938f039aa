/** What the parts of a table share: the rows and columns in sight, and everything the viewer can do. */

import type { Column } from './columns';
import type { Filter } from './conditions';
import type { FileKind } from './download/file';
import type { Row } from './guards';
import { valueAt } from './guards';

/** How the rows are sorted. */
export interface Sort {
  column: string;
  direction: 'asc' | 'desc';
}

/** Where the shown page lies among all rows. */
export interface Paging {
  enabled: boolean;
  /** Counted from 1. */
  page: number;
  pages: number;
  size: number;
  /** Rows in all pages; undefined when a server pages and does not say. */
  total: number | undefined;
  previous: boolean;
  next: boolean;
  serverSide: boolean;
}

/** What a column says for one cell: colours, another text, whether it may be edited. */
export type CellExtras = Readonly<Record<string, unknown>>;

/** The rows and columns to draw. */
export interface Sheet {
  columns: readonly Column[];
  /** Hidden ones too. */
  all: readonly Column[];
  /** Row numbers on all pages in their order; null for the order of the data. */
  order: Uint32Array | null;
  /** How many rows are on this page. */
  count: number;
  /** The row's number in the data, for a place on screen. */
  indexAt(position: number): number;
  rowAt(position: number): Row | undefined;
  changeAt(index: number): Row | undefined;
  extras(column: Column, index: number): CellExtras | undefined;
  isSelected(index: number): boolean;
  selectedCount: number;
  changeCount: number;
  newRows: readonly Row[];
  search: string;
  filters: readonly Filter[];
  sort: Sort | undefined;
  paging: Paging;
}

/** What the viewer can do. */
export interface SheetActions {
  click(position: number, column: Column | undefined): void;
  hover(position: number): void;
  select(position: number): void;
  selectAll(): void;
  store(position: number, column: Column, value: unknown): void;
  press(position: number, column: Column, button: string): void;
  open(url: string, newTab: boolean): void;
  sort(column: Column): void;
  search(text: string): void;
  filter(filters: readonly Filter[]): void;
  page(page: number): void;
  pageSize(size: number): void;
  save(): void;
  discard(): void;
  addRows(rows: readonly Row[]): void;
  discardRows(): void;
  draftRows(rows: readonly Row[]): void;
  download(kind: FileKind): void;
  show(column: Column, visible: boolean): void;
  resize(column: Column, width: number): void;
  /** Rows that came into sight, for what depends on them. */
  sight(from: number, to: number): void;
}

/** The value a cell shows: the unsaved edit if there is one. */
export function cellValue(row: Row | undefined, change: Row | undefined, column: Column): unknown {
  if (change && column.key in change) return change[column.key];
  if (change && column.name in change) return change[column.name];
  return valueAt(row, column.key);
}
