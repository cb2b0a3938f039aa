/** New rows: the dialog opened, its fields filled in one by one, the rows added. */
import type { Column } from '@tooljet/components/pure/Table/columns';
import { isRow, truth, valueAt, withValueAt, words, type Row } from '@tooljet/components/pure/Table/guards';
import { fieldKind, fillable, filled, newRow, type Filled } from '@tooljet/components/pure/Table/newRows';
import { editText } from '@tooljet/components/pure/Table/parsing';
import { columnCalled } from '@tooljet/components/pure/Table/sheetOf';
import { toolsOf } from '@tooljet/components/pure/Table/tools';
import { linesOf } from '../../sight/table/adding';
import { few, quoted } from '../cannot';
import { refuse } from '../hand';
import { partsOf, type TableHand } from './find';
import { beside } from './pointing';

export function add(hand: TableHand): void {
  const { rows } = hand.detail;
  const wanted = (Array.isArray(rows) ? rows : [rows ?? {}]).filter(isRow);
  if (!toolsOf(hand.given.props).addRow) refuse(hand, 'it has no button for new rows');
  const fields = fillable(partsOf(hand).sheet.all);
  const fillings = wanted.map(row => fillingsOf(hand, row, fields));
  beside(hand);
  partsOf(hand).table.adding = { faults: new Map(), texts: new Map() };
  fillings.forEach((filling, index) => fillRow(hand, index, filling, fields));
  partsOf(hand).actions.addRows(linesOf(partsOf(hand).sheet));
  partsOf(hand).table.adding = undefined;
}

interface Filling extends Filled {
  column: Column;
}

/** What is put into the fields of one row, in their order; what is refused stops everything. */
function fillingsOf(hand: TableHand, row: Row, fields: readonly Column[]): Filling[] {
  const names = fields.map(({ name }) => name);
  const unknown = Object.keys(row).find(key => columnCalled(fields, key) === undefined);
  if (unknown !== undefined) refuse(hand, `new rows have no field ${quoted(unknown)}; there are: ${few(names)}`);
  return fields.flatMap(column => {
    const key = Object.keys(row).find(name => columnCalled(fields, name) === column);
    if (key === undefined) return [];
    const filling = fillingOf(hand, column, row[key]);
    if (filling.complaint !== undefined) refuse(hand, `${column.name}: ${filling.complaint}`);
    return [{ ...filling, column }];
  });
}

function fillingOf(hand: TableHand, column: Column, value: unknown): Filled {
  switch (fieldKind(column)) {
    case 'switch':
      return { value: truth(value, false), complaint: undefined };
    case 'choice': {
      const { options } = column;
      const found =
        options.find(option => words(option.value) === words(value)) ?? options.find(option => option.label === value);
      if (!found) return refuse(hand, `${quoted(value)} is not among the choices of ${column.name}`);
      return { value: found.value, complaint: undefined };
    }
    default:
      return filled(typeof value === 'string' ? value : editText(value, column), column);
  }
}

function fillRow(hand: TableHand, index: number, filling: readonly Filling[], fields: readonly Column[]): void {
  if (linesOf(partsOf(hand).sheet).length <= index) draft(hand, [...linesOf(partsOf(hand).sheet), newRow(fields)]);
  for (const { column, value } of filling) {
    const lines = linesOf(partsOf(hand).sheet);
    const row = lines[index] ?? {};
    if (valueAt(row, column.key) !== value) draft(hand, lines.with(index, withValueAt(row, column.key, value)));
  }
}

function draft(hand: TableHand, rows: readonly Row[]): void {
  partsOf(hand).actions.draftRows(rows);
}
