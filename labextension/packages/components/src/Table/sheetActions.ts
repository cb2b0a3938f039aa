/** What the viewer does to a table, told to the runtime: first the new values, then the event. */

import type { Given } from '../define';
import { firePart, setInner } from '../inner';
import { changeSetOf } from './changes';
import type { Column } from './columns';
import { valueAt, withValueAt, type Row } from './guards';
import type { Sheet, SheetActions } from './sheet';
import { columnCalled } from './sheetOf';

/** What an action needs to know when it happens. */
export interface Now {
  given: Given<'Table'>;
  sheet: Sheet;
}

/** What an action finds when it happens. */
export interface Latest {
  readonly current: Now;
}

/** What is not said to the runtime: how the table looks, and files. */
export type Beyond = Pick<SheetActions, 'show' | 'resize' | 'download'>;

/** Milliseconds the pointer has to rest on a row; passing over rows says nothing. */
const rest = 80;

/** Actions that stay the same as long as the table lives. */
export function sheetActions(now: Latest, beyond: Beyond): SheetActions {
  const asked = new Map<string, string>();
  return {
    ...beyond,
    ...selecting(now),
    ...editing(now),
    ...narrowing(now),
    open: (url, newTab) => now.current.given.act({ kind: 'open-url', url, newTab }),
    press: (position, column, button) => press(now.current, position, column, button),
    sight: (from, to) => askForCells(now.current, { from, to, asked }),
  };
}

function selecting(now: Latest): Pick<SheetActions, 'click' | 'hover' | 'select' | 'selectAll'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    click: (position, column) => click(now.current, position, column),
    hover: position => {
      clearTimeout(timer);
      if (position >= 0) timer = setTimeout(() => rested(now.current, position), rest);
    },
    select: position => toggle(now.current, position),
    selectAll: () => {
      const { given, sheet } = now.current;
      const shown = Array.from({ length: sheet.count }, (_, position) => sheet.indexAt(position));
      given.set({ selectedRowsId: sheet.selectedCount >= sheet.count ? [] : shown });
    },
  };
}

/** The pointer rests on a row. */
export function rested({ given, sheet }: Now, position: number): void {
  given.set({ hoveredRowId: sheet.indexAt(position) });
  given.fire('onRowHovered');
}

function click(now: Now, position: number, column: Column | undefined): void {
  const { given, sheet } = now;
  const row = sheet.rowAt(position);
  if (!row) return;
  if (column)
    given.set({ selectedCell: { columnName: column.name, columnKey: column.key, value: valueAt(row, column.key) } });
  if (given.props.allowSelection) toggle(now, position);
  given.fire('onRowClicked', { rowData: row });
}

function toggle({ given, sheet }: Now, position: number): void {
  const { allowSelection, showBulkSelector, disableRowDeselection } = given.props;
  if (!allowSelection) return;
  const index = sheet.indexAt(position);
  const ids = (given.exposed.selectedRowsId ?? []).map(Number);
  if (showBulkSelector) {
    given.set({ selectedRowsId: sheet.isSelected(index) ? ids.filter(id => id !== index) : [...ids, index] });
  } else if (!sheet.isSelected(index)) {
    given.set({ selectedRowId: index });
  } else if (!disableRowDeselection) {
    given.set({ selectedRowId: null });
  }
}

function editing(
  now: Latest
): Pick<SheetActions, 'store' | 'save' | 'discard' | 'addRows' | 'draftRows' | 'discardRows'> {
  return {
    store: (position, column, value) => store(now.current, position, column, value),
    save: () => now.current.given.fire('onBulkUpdate'),
    discard: () => now.current.given.fire('onCancelChanges'),
    draftRows: rows => now.current.given.set({ newRows: [...rows] }),
    addRows: rows => {
      now.current.given.set({ newRows: [...rows] });
      now.current.given.fire('onNewRowsAdded');
    },
    discardRows: () => now.current.given.set({ newRows: [] }),
  };
}

/** Keep an edit; one that puts the old value back is none. */
export function withEdit(
  changes: unknown,
  index: number,
  key: string,
  change: { before: unknown; value: unknown }
): Record<string, Row> {
  const { [String(index)]: row = {}, ...others } = changeSetOf(changes);
  const { [key]: _former, ...rest } = row;
  void _former;
  const next = same(change.before, change.value) ? rest : { ...rest, [key]: change.value };
  return Object.keys(next).length === 0 ? others : { ...others, [index]: next };
}

function same(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function store({ given, sheet }: Now, position: number, column: Column, value: unknown): void {
  const index = sheet.indexAt(position);
  const row = sheet.rowAt(position) ?? {};
  const change = { before: valueAt(row, column.key), value };
  if (given.props.selectRowOnCellEdit && given.props.allowSelection && !given.props.showBulkSelector)
    given.set({ selectedRowId: index });
  given.set({ changeSet: withEdit(given.exposed.changeSet, index, column.key, change) });
  given.fire('onCellValueChanged', { rowData: withValueAt(row, column.key, value), cellValue: value });
  if (column.type === 'boolean') firePart(given, 'onChange', { ref: column.key, rowData: row, cellValue: value });
}

function narrowing(now: Latest): Pick<SheetActions, 'sort' | 'search' | 'filter' | 'page' | 'pageSize'> {
  return {
    sort: column => {
      const { given, sheet } = now.current;
      given.set({ sortApplied: nextSort(sheet, column) });
      given.fire('onSort');
    },
    search: text => {
      now.current.given.set({ searchText: text });
      now.current.given.fire('onSearch');
    },
    filter: filters => {
      const { given, sheet } = now.current;
      const named = filters.map(filter => ({
        ...filter,
        column: columnCalled(sheet.all, filter.column)?.name ?? filter.column,
      }));
      given.set({ filters: named });
      given.fire('onFilterChanged');
    },
    page: page => {
      now.current.given.set({ pageIndex: page });
      now.current.given.fire('onPageChanged');
    },
    pageSize: size => setInner(now.current.given, { pageSize: size, pageIndex: 1 }),
  };
}

/** Up, down, not at all, by clicks on one header. */
export function nextSort(sheet: Pick<Sheet, 'sort'>, column: Column): Record<string, unknown>[] {
  if (sheet.sort?.column !== column.key) return [{ column: column.name, direction: 'asc' }];
  return sheet.sort.direction === 'asc' ? [{ column: column.name, direction: 'desc' }] : [];
}

/** The row of a pressed button is the selected one, as the handlers of exported apps expect. */
function press({ given, sheet }: Now, position: number, _column: Column, button: string): void {
  const row = sheet.rowAt(position) ?? {};
  if (!given.props.showBulkSelector) given.set({ selectedRowId: sheet.indexAt(position) });
  firePart(given, 'onClick', { ref: button, rowData: row });
}

/** All rows that pass search and filters, on every page, with the unsaved edits. */
export function everyRow(given: Given<'Table'>, sheet: Sheet): Row[] {
  const data: readonly Row[] = given.props.data ?? [];
  const order = sheet.order ?? data.map((_row, index) => index);
  return Array.from(order, index => {
    const change = sheet.changeAt(index);
    const row = data[index] ?? {};
    return change ? Object.entries(change).reduce((kept, [key, value]) => withValueAt(kept, key, value), row) : row;
  });
}

interface Sight {
  from: number;
  to: number;
  /** The rows each column was last asked about. */
  asked: Map<string, string>;
}

function askForCells({ given, sheet }: Now, { from, to, asked }: Sight): void {
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => sheet.indexAt(from + offset));
  const key = rows.join();
  for (const column of sheet.columns) {
    const { perCell } = column.settings;
    if (rows.length === 0 || !Array.isArray(perCell) || perCell.length === 0 || asked.get(column.key) === key) continue;
    asked.set(column.key, key);
    given.cells?.(column.key, rows);
  }
}
