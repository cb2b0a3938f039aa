/** How values of a result are shown: as their type asks, never longer than one line. */

export type Shape = 'number' | 'text' | 'boolean' | 'moment' | 'json' | 'nothing';

export interface Shown {
  text: string;
  shape: Shape;
}

export interface GridColumn {
  name: string;
  type: string;
}

const LONGEST = 500;
const NUMERIC = /^(int|integer|bigint|smallint|float|double|real|numeric|decimal|number|money)/i;

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value as text and shape. */
export function shown(value: unknown): Shown {
  if (value === null || value === undefined) return { text: 'null', shape: 'nothing' };
  if (typeof value === 'number' || typeof value === 'bigint') return { text: String(value), shape: 'number' };
  if (typeof value === 'boolean') return { text: String(value), shape: 'boolean' };
  if (typeof value === 'string') return { text: cut(value), shape: 'text' };
  return { text: cut(JSON.stringify(value)), shape: 'json' };
}

function cut(text: string): string {
  const line = text.slice(0, LONGEST).replace(/\s*\n\s*/g, ' ⏎ ');
  return text.length > LONGEST ? `${line}…` : line;
}

/** Whether the values of a column stand to the right: its type says so, or every value that is there does. */
export function isNumeric(column: GridColumn, rows: Record<string, unknown>[]): boolean {
  if (NUMERIC.test(column.type)) return true;
  const values = rows.slice(0, 50).flatMap(row => (row[column.name] === null ? [] : [row[column.name]]));
  return values.length > 0 && values.every(value => typeof value === 'number');
}

/** What a run returned as rows; undefined for a JSON document that is no table. */
export function rowsOf(data: unknown): Record<string, unknown>[] | undefined {
  if (!Array.isArray(data)) return undefined;
  return data.every(isRow) ? data : undefined;
}

/** The columns of a result: those the source named, or those of the first rows. */
export function columnsOf(columns: GridColumn[], rows: Record<string, unknown>[]): GridColumn[] {
  if (columns.length > 0) return columns;
  const found = new Set(rows.slice(0, 50).flatMap(row => Object.keys(row)));
  return [...found].map(name => ({ name, type: '' }));
}

const CHARACTER = 7.6;
const NARROWEST = 72;
const WIDEST = 360;

/** A width that fits the name and the first rows, in pixels. */
export function widthOf(column: GridColumn, rows: Record<string, unknown>[]): number {
  const lengths = rows.slice(0, 50).map(row => shown(row[column.name]).text.length);
  const longest = Math.max(column.name.length + 2, ...lengths);
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * CHARACTER + 24)));
}

/** One cell as it goes to the clipboard. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
