/** The rows a Table or Listview shows: those of its data source, or those given as `data`. */
import { asList } from './coerce';
import type { Instance } from './instance';

export function boundRows(self: Instance): unknown[] {
  const source = self.prop('dataSourceSelector');
  const isRaw = source === undefined || source === null || source === '' || source === 'rawJson';
  return asList(isRaw ? self.prop('data') : source) ?? [];
}
