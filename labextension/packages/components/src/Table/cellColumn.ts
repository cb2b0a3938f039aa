/** What a column says for one cell, over what it says for all: other buttons, another link text, other choices. */

import type { Column } from './columns';
import { truth } from './guards';
import { optionsOf } from './options';
import type { CellExtras } from './sheet';

/** Properties that the cell reads from the extras itself. */
const direct = new Set(['row', 'transformation', 'textColor', 'cellBackgroundColor', 'isEditable']);

const known = new WeakMap<CellExtras, Column>();

/** The column as it is for one cell; the same object for the same extras. */
export function cellColumn(column: Column, extras: CellExtras | undefined): Column {
  if (!extras || Object.keys(extras).every(key => direct.has(key))) return column;
  const before = known.get(extras);
  if (before && before.id === column.id && before.width === column.width) return before;
  const settings = { ...column.settings, ...extras };
  const made = { ...column, settings, options: optionsOf(settings) };
  known.set(extras, made);
  return made;
}

/** Whether the cell may be edited; a rule for the cell goes before one for the column. */
export function isEditable(column: Column, extras: CellExtras | undefined): boolean {
  return extras?.isEditable === undefined ? column.editable : truth(extras.isEditable, false);
}

/** What the cell shows: a transformation changes what is read, never what is edited. */
export function shownValue(value: unknown, extras: CellExtras | undefined): unknown {
  return extras?.transformation === undefined ? value : extras.transformation;
}
