/** Column widths as CSS variables, so that dragging a border redraws no cell. */

import type { Column } from './columns';
import { minWidth } from './columns';

/** Widths the viewer has dragged, by column id. */
export type Widths = Readonly<Record<string, number>>;

/** The name of the variable for the column at a place. */
export function widthVariable(index: number): `--tj-c${number}` {
  return `--tj-c${index}`;
}

/** The width of a column now. */
export function widthOf(column: Column, widths: Widths): number {
  return Math.max(minWidth, widths[column.id] ?? column.width);
}

/**
 * A flex shorthand per column. Columns share spare room by their width; one that the viewer dragged stays as it is,
 * and so do narrow kinds, unless nothing else could grow.
 */
export function flexes(columns: readonly Column[], widths: Widths): Record<string, string> {
  const fixed = (column: Column) => widths[column.id] !== undefined || rigid.has(column.type);
  const noneGrows = columns.every(fixed);
  return Object.fromEntries(
    columns.map((column, index) => {
      const width = widthOf(column, widths);
      const grow = fixed(column) && !(noneGrows && widths[column.id] === undefined) ? 0 : width;
      return [widthVariable(index), `${grow} 0 ${width}px`];
    })
  );
}

const rigid = new Set<string>(['boolean', 'rating', 'image', 'button']);

/** The width all columns need at least. */
export function totalWidth(columns: readonly Column[], widths: Widths): number {
  return columns.reduce((sum, column) => sum + widthOf(column, widths), 0);
}

/** The columns in sight and the room left and right of them. */
export interface ColumnWindow {
  first: number;
  last: number;
  before: number;
  after: number;
}

/** Below this many columns all are drawn: finding out which to leave out would cost more. */
export const manyColumns = 24;

/** Which columns to draw for a scroll position. */
export function columnWindow(columns: readonly Column[], widths: Widths, left: number, room: number): ColumnWindow {
  const all = { first: 0, last: columns.length - 1, before: 0, after: 0 };
  if (columns.length <= manyColumns) return all;
  const margin = 240;
  let before = 0;
  let first = 0;
  let edge = 0;
  let last = columns.length - 1;
  for (const [index, column] of columns.entries()) {
    const width = widthOf(column, widths);
    if (edge + width < left - margin) {
      first = index + 1;
      before = edge + width;
    }
    edge += width;
    if (edge > left + room + margin) {
      last = index;
      break;
    }
  }
  return { first: Math.min(first, last), last, before, after: Math.max(0, totalWidth(columns, widths) - edge) };
}
