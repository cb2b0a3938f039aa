/** The component actions of a Table. */
import { asBoolean, asList, asNumber } from '../coerce';
import { columnKey } from '../columns';
import { isRecord } from '../equal';
import type { Act } from '../behaviours/behaviour';
import type { Instance } from '../instance';
import { plain } from '../plain';
import { asText } from '../template';
import { knownColumns } from './columns';
import { currentRows } from './pages';
import { find, selectedIds } from './selection';
import { columnReader, rowsOf } from './values';

function select(self: Instance, ids: number[]): void {
  self.put('$selected', ids);
}

/** One row, unless several can be selected. */
function allowed(self: Instance, ids: number[]): number[] {
  return self.prop('showBulkSelector') === true ? ids : ids.slice(0, 1);
}

function setFilters(self: Instance, filters: unknown): void {
  self.put('filters', (asList(filters) ?? []).filter(isRecord));
  self.put('pageIndex', 1);
  self.fire('onFilterChanged');
}

const FILES: Record<string, 'csv' | 'xlsx' | 'pdf' | undefined> = { csv: 'csv', xlsx: 'xlsx', pdf: 'pdf' };

function download(self: Instance, type: unknown): unknown {
  const columns = knownColumns(self).filter(column => asBoolean(column['columnVisibility'] ?? true));
  const readers = columns.map(column => [asText(column['name']), columnReader(self, columnKey(column))] as const);
  const data = currentRows(self).map(row =>
    Object.fromEntries(readers.map(([name, read]) => [name, plain(read(row))]))
  );
  const name = asText(self.prop('title')) || self.name;
  const done = self.context.host.act({ kind: 'download', name, type: FILES[asText(type)] ?? 'xlsx', data });
  self.fire('onTableDataDownload');
  return done;
}

export const tableActions: Record<string, Act> = {
  setPage: (self, page) => {
    const wanted = Math.max(1, Math.floor(asNumber(page) ?? 1));
    if (self.get('pageIndex') === wanted) return;
    self.put('pageIndex', wanted);
    self.fire('onPageChanged');
  },
  selectRow: (self, key, value) => {
    const [id] = find(self, key, [value]);
    if (id === undefined) return;
    select(self, [id]);
    self.fire('onRowClicked');
  },
  deselectRow: self => select(self, []),
  selectRows: (self, key, values) => {
    const more = find(self, key, asList(values) ?? []);
    select(self, allowed(self, Array.from(new Set([...selectedIds(self), ...more]))));
  },
  deselectRows: (self, key, values) => {
    const gone = new Set(find(self, key, asList(values) ?? []));
    select(
      self,
      selectedIds(self).filter(id => !gone.has(id))
    );
  },
  selectAllRows: self => select(self, allowed(self, Array.from(rowsOf(self).keys()))),
  deselectAllRows: self => select(self, []),
  discardChanges: self => self.put('changeSet', {}),
  discardNewlyAddedRows: self => self.put('newRows', []),
  downloadTableData: download,
  setFilters,
  clearFilters: self => setFilters(self, []),
};
