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
    // A column may be called like something that every object has: `constructor`.
    extras: ({ key }, index) =>
      cellValues && Object.hasOwn(cellValues, key) ? cellValues[key]?.get(index) : undefined,
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
  const { enablePagination: enabled, serverSidePagination: serverSide } = props;
  const { page, pages } = view;
  if (!serverSide) {
    const size = chosenSize ?? props.rowsPerPage;
    return { enabled, page, pages, size, total: view.total, previous: page > 1, next: page < pages, serverSide };
  }
  const size = props.serverSideRowsPerPage ?? (view.to || props.rowsPerPage);
  const total = serverTotal(props.totalRecords, (page - 1) * size + view.to);
  return {
    enabled,
    page,
    pages,
    size,
    total,
    previous: page > 1 && props.enablePrevButton,
    next: props.enableNextButton && (total === undefined || page < pages),
    serverSide,
  };
}

/** The builder's total; none where more rows have been seen than it says, because then it was never set. */
function serverTotal(total: number | null, seen: number): number | undefined {
  return total === null || total < seen ? undefined : total;
}
