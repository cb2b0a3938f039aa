/** Cells edited in place: opened by a double click, stored by Enter, refused with a sentence. */
import { clickedStars, starsOf } from '@tooljet/components/pure/Table/cells/stars';
import type { Column } from '@tooljet/components/pure/Table/columns';
import {
  choiceOutcome,
  choicesWith,
  chosenIn,
  dateOutcome,
  dateText,
  editorKind,
  editsInPlace,
  isSameChoice,
  isSeveral,
  offered,
  takesNew,
  typedOutcome,
  type Outcome,
} from '@tooljet/components/pure/Table/editors/outcome';
import { amount, truth } from '@tooljet/components/pure/Table/guards';
import { editText } from '@tooljet/components/pure/Table/parsing';
import { cellNow, type CellNow } from '../../sight/table/cell';
import { few, quoted } from '../cannot';
import { refuse, textIn } from '../hand';
import type { Edit } from '../screen';
import { cellIn, partsOf, type TableHand } from './find';
import { restOn } from './pointing';
import { dropEdit } from './rows';

interface At {
  row: number;
  column: Column;
}

/** The whole edit: into the cell, another value, stored. */
export function edit(hand: TableHand): void {
  const { row, whole, now } = cellIn(hand, partsOf(hand).sheet);
  if (!now.editable) refuse(hand, `the column ${whole.name} is not editable${row >= 0 ? ' here' : ''}`);
  if (editsInPlace(now.column)) return inPlace(hand, { row, column: whole }, now);
  const outcome = outcomeOf(hand, now);
  doubleClick(hand, { row, column: whole });
  settle(hand, { row, column: whole }, outcome);
}

/** Two clicks that the row hears, and then the editor. */
function doubleClick(hand: TableHand, { row, column }: At): void {
  restOn(hand, row);
  hand.screen.leave();
  dropEdit(hand, row, column);
  partsOf(hand).actions.click(row, column);
  partsOf(hand).actions.click(row, column);
}

function settle(hand: TableHand, { row, column }: At, outcome: Outcome): void {
  const { table, sheet, actions } = partsOf(hand);
  table.edit = undefined;
  if (outcome === 'same') return;
  const now = cellNow(sheet, row, column);
  if ('value' in outcome) {
    if (outcome.value !== now.value) actions.store(row, now.column, outcome.value);
  } else table.edit = { ...draftOf(hand, now), row, column: column.id, complaint: outcome.complaint };
}

/** What stands in an editor whose value was refused. */
function draftOf(hand: TableHand, { column, value }: CellNow): Pick<Edit, 'text' | 'chosen'> {
  return editorKind(column) === 'choice'
    ? { text: '', chosen: wantedChoices(hand, column, value) }
    : { text: typedText(hand, column), chosen: [] };
}

/** The text of the editor: as it is typed, or as a person would write the value. */
function typedText(hand: TableHand, column: Column): string {
  const { value } = hand.detail;
  if (editorKind(column) === 'date') return dateText(value, column);
  return typeof value === 'string' ? value : value === null ? '' : editText(value, column);
}

function outcomeOf(hand: TableHand, { column, value }: CellNow): Outcome {
  if (editorKind(column) === 'choice') return choiceOutcome(wantedChoices(hand, column, value), value, column);
  const text = typedText(hand, column);
  if (editorKind(column) === 'date') {
    if (text === '' && textIn(hand, 'value') !== '') refuse(hand, `${quoted(hand.detail.value)} is no date`);
    return dateOutcome(text, value, column);
  }
  return typedOutcome(text, value, column);
}

/** The choices after a click on each option that has to change. */
function wantedChoices(hand: TableHand, column: Column, before: unknown): unknown[] {
  const { value } = hand.detail;
  if (!isSeveral(column)) return [optionValue(hand, column, value)];
  const wanted = (Array.isArray(value) ? value : [value]).map(item => optionValue(hand, column, item));
  const chosen = chosenIn(before, column);
  const gone = chosen.filter(item => !wanted.some(other => isSameChoice(other, item)));
  const come = wanted.filter(item => !chosen.some(other => isSameChoice(other, item)));
  return [...gone, ...come].reduce<unknown[]>(choicesWith, chosen);
}

function optionValue(hand: TableHand, column: Column, wanted: unknown): unknown {
  const byValue = column.options.find(option => isSameChoice(option.value, wanted));
  const label = String(wanted);
  const found = byValue ?? offered(column.options, label, takesNew(column)).find(option => option.label === label);
  const labels = column.options.map(option => option.label);
  return found ? found.value : refuse(hand, `${quoted(wanted)} is not among the choices: ${few(labels)}`);
}

function inPlace(hand: TableHand, at: At, now: CellNow): void {
  const { value } = hand.detail;
  restOn(hand, at.row);
  hand.screen.leave();
  if (now.column.type === 'boolean') {
    if (truth(value, false) !== truth(now.value, false)) turnOver(hand, at);
  } else rate(hand, at, now);
}

/** The switch in a cell. */
export function turnOver(hand: TableHand, { row, column }: At): void {
  const { sheet, actions } = partsOf(hand);
  const now = cellNow(sheet, row, column);
  actions.store(row, now.column, !truth(now.shown, false));
}

/** A click on a star; the row hears of it too. */
function rate(hand: TableHand, { row, column }: At, now: CellNow): void {
  const stars = starsOf(now.shown, now.column);
  const wanted = amount(hand.detail.value) ?? 0;
  const place = wanted === 0 ? Math.ceil(stars.stars) : Math.ceil(wanted);
  if (place < 1 || place > stars.most) refuse(hand, `it takes 1 to ${stars.most} stars`);
  const { actions } = partsOf(hand);
  actions.store(row, now.column, clickedStars(stars, place, !Number.isInteger(wanted === 0 ? stars.stars : wanted)));
  actions.click(row, column);
}
