/** The rows a Table or Listview shows: those of its data source, or those given as `data`. */
import { asList } from './coerce';
import type { Instance } from './instance';

export function boundRows(self: Instance): unknown[] {
  return asList(self.prop(rowsProperty(self))) ?? [];
}

/** The property that holds the rows. */
export function rowsProperty(self: Instance): string {
  const source = self.prop('dataSourceSelector');
  const isRaw = source === undefined || source === null || source === '' || source === 'rawJson';
  return isRaw ? 'data' : 'dataSourceSelector';
}
