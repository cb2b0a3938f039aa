/** The edits a viewer has made and not saved: how many, where, and how the bar says it. */

import { isRow, type Row } from './guards';

/** Edits by row number and column name: `components.table1.changeSet`. */
export type ChangeSet = Record<string, Row>;

/** The change set behind an exposed value. */
export function changeSetOf(value: unknown): ChangeSet {
  if (!isRow(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Row] => isRow(entry[1])));
}

/** How many cells differ from the data. */
export function countChanges(changes: ChangeSet): number {
  return Object.values(changes).reduce((sum, row) => sum + Object.keys(row).length, 0);
}

/** "1 change", "3 changes". */
export function changesText(count: number): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}`;
}

/** True when the cell carries an unsaved edit, whether the change is kept by key or by name. */
export function isChanged(change: Row | undefined, key: string, name: string): boolean {
  return change !== undefined && (key in change || name in change);
}
