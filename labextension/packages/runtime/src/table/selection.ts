/** Which rows of a Table are selected, as row numbers. */
import { asList, asNumber } from '../coerce';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import { asText } from '../template';
import { rowsOf, valueAt } from './values';

/** The selected row numbers that still exist. */
export function selectedIds(self: Instance): number[] {
  const count = rowsOf(self).length;
  return numbers(self.get('$selected')).filter(id => id < count);
}

/** The builder's choice for the start. */
export function firstSelected(self: Instance): number[] {
  const wanted = self.prop('defaultSelectedRow');
  const [key, value] = isRecord(wanted) ? (Object.entries(wanted)[0] ?? []) : [];
  if (key === undefined || self.prop('allowSelection') === false) return [];
  return find(self, key, [value]).slice(0, 1);
}

/** The numbers of the rows with one of some values under a key. */
export function find(self: Instance, key: unknown, values: unknown[]): number[] {
  const name = asText(key);
  const wanted = new Set(values.map(asText));
  return rowsOf(self).flatMap((row, index) => (wanted.has(asText(valueAt(row, name))) ? [index] : []));
}

/** A list of row numbers out of whatever the renderer or an action gives. */
export function numbers(given: unknown): number[] {
  const list = asList(given) ?? (given === undefined || given === null ? [] : [given]);
  return list
    .map(asNumber)
    .filter(id => id !== undefined)
    .filter(id => id >= 0 && Number.isInteger(id));
}

export function rowWith(self: Instance, id: unknown): Record<string, unknown> {
  const row = typeof id === 'number' ? rowsOf(self)[id] : undefined;
  return isRecord(row) ? row : {};
}
