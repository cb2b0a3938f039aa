/** The pointer over a table: a row it rests on is told, as it is before a hand presses anything there. */
import { rested } from '@tooljet/components/pure/Table/sheetActions';
import { partsOf, type TableHand } from './find';

/** The pointer rests on a row; told when it was on another one before. */
export function restOn(hand: TableHand, row: number): void {
  const { table, sheet } = partsOf(hand);
  hand.screen.pointer = hand.place;
  if (table.hovered === row) return;
  table.hovered = row;
  rested({ given: hand.given, sheet }, row);
}

/** The pointer is on the table and on no row. */
export function beside(hand: TableHand): void {
  hand.screen.pointer = hand.place;
  hand.screen.leave();
  partsOf(hand).table.hovered = undefined;
}
