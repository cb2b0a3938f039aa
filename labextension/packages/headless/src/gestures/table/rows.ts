/** What is done with rows: clicked, selected, their buttons pressed, their links followed. */
import { address, opensAside } from '@tooljet/components/pure/Table/cells/address';
import type { Column } from '@tooljet/components/pure/Table/columns';
import { selectorOf } from '@tooljet/components/pure/Table/tools';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import { cellNow } from '../../sight/table/cell';
import { refuse } from '../hand';
import { turnOver } from './edit';
import { buttonIn, cellIn, columnIn, partsOf, rowIn, type TableHand } from './find';
import { restOn } from './pointing';
import { sort } from './tools';

/** A click: on a cell, on a button of a row, on a header. */
export function click(hand: TableHand): void {
  if ('button' in hand.detail) return pressButton(hand);
  if ('header' in hand.detail) return sort({ ...hand, detail: { column: hand.detail.header } });
  const { sheet, actions } = partsOf(hand);
  const row = rowIn(hand, sheet);
  const column = 'column' in hand.detail ? columnIn(hand, sheet) : plainColumn(sheet);
  restOn(hand, row);
  hand.screen.leave();
  if (column && keepsClicks(hand, sheet, { row, column })) return;
  dropEdit(hand, row, column);
  actions.click(row, hand.given.media === 'mobile' && isCards(hand, sheet) ? undefined : column);
}

function isCards({ given }: TableHand, sheet: Sheet): boolean {
  return given.media === 'mobile' && sheet.columns.length > 3;
}

/** The first column whose cells have no use for a click of their own. */
function plainColumn(sheet: Sheet): Column | undefined {
  return sheet.columns.find(({ type }) => !['button', 'boolean', 'rating', 'link'].includes(type)) ?? sheet.columns[0];
}

/** A switch, a link: the row hears nothing of the click. */
function keepsClicks(hand: TableHand, sheet: Sheet, at: { row: number; column: Column }): boolean {
  const { column, editable, shown } = cellNow(sheet, at.row, at.column);
  if (column.type === 'boolean' && editable) {
    turnOver(hand, at);
    return true;
  }
  if (column.type !== 'link' || address(shown) === undefined) return false;
  follow({ ...hand, detail: { row: at.row, column: at.column.key } });
  return true;
}

/** Another cell has the focus now: what was typed and refused is gone. */
export function dropEdit(hand: TableHand, row: number, column: Column | undefined): void {
  const { table } = partsOf(hand);
  if (table.edit?.row !== row || table.edit.column !== column?.id) table.edit = undefined;
}

export function hover(hand: TableHand): void {
  restOn(hand, rowIn(hand, partsOf(hand).sheet));
}

function pressButton(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  const { row, column, button } = buttonIn(hand, sheet);
  restOn(hand, row);
  hand.screen.leave();
  actions.press(row, column, button.ref);
}

export function follow(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  const { row, now } = cellIn(hand, sheet);
  const url = now.column.type === 'link' ? address(now.shown) : undefined;
  if (url === undefined) return refuse(hand, 'the cell holds no link');
  restOn(hand, row);
  hand.screen.leave();
  actions.open(url, opensAside(now.column));
}

/** The box before a row. */
export function select(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  const row = rowIn(hand, sheet);
  if (selectorOf(hand.given.props) === 'none') refuse(hand, 'its rows have no boxes to tick; click the row');
  restOn(hand, row);
  hand.screen.leave();
  actions.select(row);
}

export function selectAll(hand: TableHand): void {
  if (selectorOf(hand.given.props) === 'none') refuse(hand, 'it has no box for all rows');
  hand.screen.leave();
  hand.screen.pointer = hand.place;
  partsOf(hand).actions.selectAll();
}
