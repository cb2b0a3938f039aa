/** Edited cells of a Table: by row number and column key, until they are saved or discarded. */
import { setWith, clone } from 'lodash-es';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import { rowsOf } from './values';

/** An empty change set that equals no other one, so that other data drops old edits. */
export function noChanges(): object {
  // Not a plain object: plain ones that are equal in every part count as the same value.
  return Object.create(Object.create(null));
}

/** The edited rows by their number. */
export function changedRows(self: Instance): Map<number, Record<string, unknown>> {
  const changes = self.get('changeSet');
  const rows = rowsOf(self);
  const result = new Map<number, Record<string, unknown>>();
  for (const [index, change] of Object.entries(isRecord(changes) ? changes : {})) {
    const row = rows[Number(index)];
    if (isRecord(row) && isRecord(change)) result.set(Number(index), withChange(row, change));
  }
  return result;
}

/** All rows with the edited cells in them; only edited rows are copies. */
export function updatedRows(self: Instance): unknown[] {
  const changed = changedRows(self);
  if (changed.size === 0) return rowsOf(self);
  const rows = [...rowsOf(self)];
  for (const [index, row] of changed) rows[index] = row;
  return rows;
}

/** The edits were saved: they are the data until other data comes. */
export function keepChanges(self: Instance): void {
  self.put('$rows', updatedRows(self));
  self.put('changeSet', {});
}

function withChange(row: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> {
  const result = { ...row };
  for (const [key, value] of Object.entries(change)) {
    if (key in row || !key.includes('.')) result[key] = value;
    else setWith(result, key, value, clone);
  }
  return result;
}
