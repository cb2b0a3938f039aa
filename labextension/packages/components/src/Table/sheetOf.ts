/** The sheet of a table: rows in their order, edits, selection and pages, as the runtime last said them. */

import type { Given } from '../define';
import { changeSetOf, countChanges } from './changes';
import type { Column } from './columns';
import type { Filter } from './conditions';
import { amount, rowsOf, words, type Row } from './guards';
import type { Paging, Sheet, Sort } from './sheet';
import { viewOf, type View } from './view';

/** The values of the runtime that are drawn. */
export interface Told extends Pick<
  Given<'Table'>['exposed'],
  'changeSet' | 'selectedRowsId' | 'newRows' | 'searchText' | 'filters' | 'sortApplied'
> {
  view: unknown;
  pageSize: unknown;
}

export interface SheetSource extends Pick<Given<'Table'>, 'props' | 'cellValues'> {
  told: Told;
}

export function sheetOf({ props, told, cellValues }: SheetSource, all: readonly Column[]): Sheet {
  const data: readonly Row[] = props.data ?? [];
  const view = viewOf(told.view, data.length);
  const changes = changeSetOf(told.changeSet);
  const selected = new Set((told.selectedRowsId ?? []).map(id => Number(id)));
  const indexAt = (position: number) => view.order?.[view.from + position] ?? view.from + position;
  return {
    columns: all.filter(column => column.visible),
    all,
    order: view.order,
    count: Math.max(0, view.to - view.from),
    indexAt,
    rowAt: position => data[indexAt(position)],
    changeAt: index => changes[String(index)],
    extras: (column, index) => cellValues?.[column.key]?.get(index),
    isSelected: index => selected.has(index),
    selectedCount: selected.size,
    changeCount: countChanges(changes),
    newRows: rowsOf(told.newRows),
    search: told.searchText ?? '',
    filters: rowsOf(told.filters).map(filterOf),
    sort: sortOf(told.sortApplied, all),
    paging: pagingOf(props, view, amount(told.pageSize)),
  };
}

function filterOf(filter: Row): Filter {
  return { column: words(filter.column), condition: words(filter.condition), value: filter.value };
}

/** Filters and orders name columns as the viewer reads them, as exported apps do; keys are understood too. */
export function columnCalled(columns: readonly Column[], name: string): Column | undefined {
  return (
    columns.find(column => column.key === name) ?? columns.find(column => column.name === name || column.id === name)
  );
}

function sortOf(applied: unknown, columns: readonly Column[]): Sort | undefined {
  const [first] = rowsOf(applied);
  if (!first) return undefined;
  const name = words(first.column);
  return {
    column: columnCalled(columns, name)?.key ?? name,
    direction: words(first.direction).startsWith('desc') ? 'desc' : 'asc',
  };
}

function pagingOf(props: Given<'Table'>['props'], view: View, chosenSize: number | undefined): Paging {
  const serverSide = props.serverSidePagination;
  const size = (serverSide ? props.serverSideRowsPerPage : chosenSize) ?? props.rowsPerPage;
  return {
    enabled: props.enablePagination,
    page: view.page,
    pages: view.pages,
    size,
    total: serverSide ? (props.totalRecords ?? undefined) : view.total,
    previous: view.page > 1 && (!serverSide || props.enablePrevButton),
    next: serverSide
      ? props.enableNextButton && (props.totalRecords === null || view.page < view.pages)
      : view.page < view.pages,
    serverSide,
  };
}
