/** Rows, columns and buttons of a table as a gesture names them. */
import { buttonsOf, type RowButton } from '@tooljet/components/pure/Table/buttons';
import type { Column } from '@tooljet/components/pure/Table/columns';
import { columnCalled } from '@tooljet/components/pure/Table/sheetOf';
import type { Sheet, SheetActions } from '@tooljet/components/pure/Table/sheet';
import { cellNow, type CellNow } from '../../sight/table/cell';
import { few, quoted } from '../cannot';
import { refuse, type Hand } from '../hand';
import { tableLocal, type TableLocal } from '../screen';
import { actionsNow, sheetNow } from './sheet';

export type TableHand = Hand<'Table'>;

/** A table with everything that is known of it now. */
export interface Parts {
  sheet: Sheet;
  actions: SheetActions;
  table: TableLocal;
}

export function partsOf({ given, local }: TableHand): Parts {
  return { sheet: sheetNow(given, local), actions: actionsNow(given, local), table: tableLocal(local) };
}

/** The place of the row on its page, from 0. */
export function rowIn(hand: TableHand, sheet: Sheet): number {
  const row = Number(hand.detail.row);
  if (Number.isInteger(row) && row >= 0 && row < sheet.count) return row;
  const there = sheet.count === 0 ? 'it has no rows' : `the page has ${sheet.count} of them, from 0`;
  return refuse(hand, `there is no row ${quoted(hand.detail.row)}: ${there}`);
}

/** A column that is shown, by its name or key. */
export function columnIn(hand: TableHand, sheet: Sheet, wanted: unknown = hand.detail.column): Column {
  const found = columnCalled(sheet.columns, String(wanted));
  if (found) return found;
  if (columnCalled(sheet.all, String(wanted))) return refuse(hand, `the column ${String(wanted)} is hidden`);
  const names = sheet.columns.map(({ name, key }) => name || key);
  return refuse(hand, `it has no column ${quoted(wanted)}; there are: ${few(names)}`);
}

/** A cell by row and column. */
export function cellIn(hand: TableHand, sheet: Sheet): { row: number; whole: Column; now: CellNow } {
  const row = rowIn(hand, sheet);
  const whole = columnIn(hand, sheet);
  return { row, whole, now: cellNow(sheet, row, whole) };
}

/** An action button of a row, by its words or its reference. */
export function buttonIn(hand: TableHand, sheet: Sheet): { row: number; column: Column; button: RowButton } {
  const row = rowIn(hand, sheet);
  const wanted = hand.detail.button;
  const offered = sheet.columns
    .filter(({ type }) => type === 'button')
    .flatMap(column => buttonsOf(cellNow(sheet, row, column).column).map(button => ({ row, column, button })));
  const found =
    offered.find(({ button }) => button.label === wanted) ?? offered.find(({ button }) => button.ref === wanted);
  const labels = offered.map(({ button }) => button.label);
  if (!found) return refuse(hand, `its rows have no button ${quoted(wanted)}; there are: ${few(labels)}`);
  if (found.button.disabled) return refuse(hand, `the button ${found.button.label} is disabled`);
  return found.button.loading ? refuse(hand, `the button ${found.button.label} is loading`) : found;
}
