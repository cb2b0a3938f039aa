/** What a person could do with a table now. */
import { buttonsOf } from '@tooljet/components/pure/Table/buttons';
import type { Column } from '@tooljet/components/pure/Table/columns';
import { conditionsFor, filterable } from '@tooljet/components/pure/Table/conditions';
import { editorKind, editsInPlace } from '@tooljet/components/pure/Table/editors/outcome';
import { sizesOffered } from '@tooljet/components/pure/Table/footerText';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import { selectorOf, toolsOf } from '@tooljet/components/pure/Table/tools';
import type { Given } from '@tooljet/components/pure/define';
import { cellNow } from '../../sight/table/cell';
import { offer, offerIf, rowsFrom, type Choice, type Offer } from '../possible';
import type { Local } from '../screen';
import { sheetNow } from './sheet';

export function offersOfTable(given: Given<'Table'>, local: Local): Offer[] {
  const sheet = sheetNow(given, local);
  return [...rows(given, sheet), ...tools(given, sheet), ...changes(given, sheet)];
}

function rows({ props }: Given<'Table'>, sheet: Sheet): Offer[] {
  const row: Choice = { choices: rowsFrom(0, sheet.count) };
  if (sheet.count === 0) return [];
  const boxes = selectorOf(props) !== 'none';
  return [
    offer('click', { row }),
    ...offerIf(boxes, 'select', { row }),
    ...offerIf(boxes, 'selectAll'),
    ...sheet.columns.flatMap(column => ofColumn(sheet, column, row)),
  ];
}

function ofColumn(sheet: Sheet, column: Column, row: Choice): Offer[] {
  if (column.type === 'button') {
    const labels = buttonsOf(cellNow(sheet, 0, column).column).filter(button => !button.disabled && !button.loading);
    return labels.map(({ label }) => offer('click', { row, button: { choices: [label] } }));
  }
  const value = valueFor(column);
  return offerIf(column.editable, 'edit', { row, column: { choices: [column.key] }, value });
}

function valueFor(column: Column): Choice {
  if (editsInPlace(column)) return column.type === 'boolean' ? { type: 'boolean' } : { choices: [1, 2, 3] };
  if (editorKind(column) === 'choice' && column.options.length > 0) {
    return { choices: column.options.map(({ value }) => value) };
  }
  if (editorKind(column) === 'date') return { type: 'date' };
  return { type: column.type === 'number' ? 'number' : 'text' };
}

function tools({ props }: Given<'Table'>, sheet: Sheet): Offer[] {
  const { search, filter, columns, download, addRow } = toolsOf(props);
  const { paging } = sheet;
  const sortable = sheet.columns.filter(({ type }) => props.enabledSort && type !== 'button').map(({ key }) => key);
  const filters = filterable(sheet.all).map(column => ofFilter(column));
  const turns = [...(paging.next ? ['next'] : []), ...(paging.previous ? ['previous'] : [])];
  const shown = sheet.all.filter(column => !column.pinned).map(({ key }) => key);
  return [
    ...offerIf(sortable.length > 0, 'sort', { column: { choices: sortable } }),
    ...offerIf(search, 'search', { text: { type: 'text' } }),
    ...(filter ? filters : []),
    ...offerIf(columns && shown.length > 1, 'show', { column: { choices: shown }, visible: { choices: [true] } }),
    ...offerIf(download, 'download', { file: { choices: ['csv', 'xlsx', 'pdf'] } }),
    ...offerIf(paging.enabled && turns.length > 0, 'page', { to: { choices: turns } }),
    ...offerIf(paging.enabled && !paging.serverSide, 'pageSize', { size: { choices: sizesOffered(paging) } }),
    ...offerIf(addRow, 'add', { rows: { choices: [[{}]] } }),
  ];
}

function ofFilter(column: Column): Offer {
  const conditions = conditionsFor(column)
    .filter(({ field }) => field === 'text')
    .map(({ id }) => id);
  return offer('filter', {
    column: { choices: [column.key] },
    condition: { choices: conditions },
    value: valueFor(column),
  });
}

function changes({ props }: Given<'Table'>, sheet: Sheet): Offer[] {
  const changed = sheet.changeCount > 0 && props.showBulkUpdateActions;
  return [...offerIf(changed, 'save'), ...offerIf(changed, 'discard')];
}
