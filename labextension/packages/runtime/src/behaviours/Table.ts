/** Table: rows that can be searched, filtered, sorted, selected and edited; the renderer only draws them. */
import { asList } from '../coerce';
import type { Instance } from '../instance';
import type { Patch } from '../patches';
import { boundRows, rowsProperty } from '../source';
import { supplied } from '../supply';
import { tableActions } from '../table/actions';
import { closeCells, reportCells } from '../table/cells';
import { changedRows, keepChanges, noChanges, updatedRows } from '../table/changes';
import { columnsOf, rulesOf } from '../table/columns';
import { filtered, ordered, passing, searchTexts } from '../table/order';
import { currentRows, pageRows, pick, viewOf } from '../table/pages';
import { firstSelected, numbers, rowWith, selectedIds } from '../table/selection';
import { closeRows, reportRows } from '../table/slices';
import { rowsOf } from '../table/values';
import type { Behaviour } from './behaviour';

/** The viewer's gestures: rows are named by their numbers, everything that follows is computed here. */
function adopt(_self: Instance, values: Record<string, unknown>): Record<string, unknown> {
  const { selectedRow: _row, selectedRows: _rows, hoveredRow: _hovered, ...rest } = values;
  const { selectedRowId, selectedRowsId, hoveredRowId, ...result } = rest;
  if (selectedRowId !== undefined) result['$selected'] = numbers(selectedRowId);
  if (selectedRowsId !== undefined) result['$selected'] = numbers(selectedRowsId);
  if (hoveredRowId !== undefined) result['$hovered'] = hoveredRowId;
  if (('searchText' in values || 'filters' in values) && !('pageIndex' in values)) result['pageIndex'] = 1;
  return result;
}

/** Saved edits and rows stay on screen as data; when saving failed they stay as edits. */
function after(self: Instance, event: string, done: Promise<boolean>): void {
  const settle = SETTLED[event];
  if (!settle) return;
  void done.then(isSaved => {
    if (isSaved) self.context.waves.batch(() => settle(self));
  });
}

const SETTLED: Record<string, ((self: Instance) => void) | undefined> = {
  onBulkUpdate: keepChanges,
  onNewRowsAdded: self => self.put('newRows', []),
  onCancelChanges: self => self.put('changeSet', {}),
};

function report(self: Instance, patches: Patch[], all: boolean): void {
  reportRows(self, patches, all);
  reportCells(self, patches, all);
}

function emptyForData(self: Instance): object {
  self.get('$source');
  return noChanges();
}

export const Table: Behaviour = {
  state: {
    $rows: self => asList(self.get('$source')) ?? [],
    $selected: self => firstSelected(self),
    $hovered: () => null,
    searchText: () => '',
    filters: () => [],
    sortApplied: () => [],
    pageIndex: () => 1,
    // The builder's number of rows until the viewer chooses another.
    pageSize: self => self.prop('rowsPerPage'),
    changeSet: emptyForData,
    newRows: () => [],
    selectedCell: () => ({}),
  },
  derived: {
    ...supplied(self => [rowsProperty(self)]),
    $source: self => boundRows(self),
    $rules: self => rulesOf(self),
    $texts: self => searchTexts(self),
    $passing: self => passing(self),
    $order: self => ordered(self),
    $changed: self => changedRows(self),
    columns: self => columnsOf(self),
    view: self => viewOf(self),
    currentData: self => currentRows(self),
    currentPageData: self => pageRows(self),
    filteredData: self => pick(rowsOf(self), filtered(self)),
    updatedData: self => updatedRows(self),
    dataUpdates: self => Array.from(changedRows(self).values()),
    selectedRow: self => rowWith(self, selectedIds(self)[0]),
    selectedRowId: self => selectedIds(self)[0] ?? null,
    selectedRows: self => selectedIds(self).map(id => rowWith(self, id)),
    selectedRowsId: self => selectedIds(self),
    hoveredRow: self => rowWith(self, self.get('$hovered')),
    hoveredRowId: self => self.get('$hovered'),
  },
  unsent: [
    'currentData',
    'currentPageData',
    'filteredData',
    'updatedData',
    'dataUpdates',
    'selectedRows',
    'hoveredRow',
  ],
  bulk: ['data'],
  dropped: ['dataSourceSelector', 'columns', 'columnData'],
  actions: tableActions,
  adopt,
  after,
  report,
  closed: self => {
    closeRows(self);
    closeCells(self);
  },
};
