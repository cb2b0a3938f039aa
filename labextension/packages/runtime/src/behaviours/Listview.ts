/** Listview: the same components for every row of its data. */
import { asList, asNumber } from '../coerce';
import type { Instance } from '../instance';
import type { Patch } from '../patches';
import { Rows, type Row, type Window } from '../rows';
import { boundRows, rowsProperty } from '../source';
import { supplied } from '../supply';
import type { Behaviour } from './behaviour';

const keepers = new WeakMap<Instance, Rows>();

function rowsOf(self: Instance): Rows {
  const known = keepers.get(self);
  if (known) return known;
  const made = new Rows(self, index => asList(self.get('$items'))?.[index]);
  keepers.set(self, made);
  return made;
}

function windowOf(self: Instance): Window {
  const total = asList(self.get('$items'))?.length ?? 0;
  if (self.prop('enablePagination') !== true) return { from: 0, count: total, total };
  const size = Math.max(1, asNumber(self.prop('rowsPerPage')) ?? 10);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asNumber(self.get('pageIndex')) ?? 1), pages);
  const from = (page - 1) * size;
  return { from, count: Math.min(size, total - from), total };
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'from' in value && 'count' in value && 'total' in value;
}

function livingRows(self: Instance): Row[] {
  const window = self.get('$window');
  if (!isWindow(window)) return [];
  return self.context.graph.untracked(() => rowsOf(self).show(window));
}

/** What the components of a row expose. */
function record(self: Instance, key: string): unknown {
  const index = self.get(key);
  const row = livingRows(self).find(living => living.index === index);
  return row ? row.values() : null;
}

/** The renderer names a row; both spellings of the id follow. */
function adopt(_self: Instance, values: Record<string, unknown>): Record<string, unknown> {
  const { selectedRecordId, selectedRowId, selectedRecord: _record, selectedRow: _row, ...others } = values;
  const id = selectedRecordId ?? selectedRowId;
  return id === undefined ? others : { ...others, selectedRecordId: id, selectedRowId: id };
}

function report(self: Instance, patches: Patch[], all: boolean): void {
  livingRows(self);
  const keeper = rowsOf(self);
  for (const removed of keeper.removed.splice(0)) patches.push({ removed });
  const window = self.get('$window');
  if (!isWindow(window) || (!all && reported.get(self) === window)) return;
  reported.set(self, window);
  patches.push({ rows: { instance: self.key, ...window } });
}

const reported = new WeakMap<Instance, Window>();

export const Listview: Behaviour = {
  state: { pageIndex: () => 1, selectedRecordId: () => null, selectedRowId: () => null },
  derived: {
    ...supplied(self => [rowsProperty(self)]),
    $items: self => boundRows(self),
    $window: self => windowOf(self),
    data: self => livingRows(self).map(row => row.values()),
    children: self => livingRows(self).map(row => row.faces()),
    selectedRecord: self => record(self, 'selectedRecordId'),
    selectedRow: self => record(self, 'selectedRowId'),
  },
  unsent: ['data', 'children', 'selectedRecord', 'selectedRow'],
  dropped: ['data', 'dataSourceSelector'],
  adopt,
  report,
  grow: self => void livingRows(self),
  closed: self => rowsOf(self).closeAll(),
};
