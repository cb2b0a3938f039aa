/** What an edit of a cell comes to: another value, a complaint, or nothing. */
import dayjs from 'dayjs';
import type { Column } from '../columns';
import { momentOf, storeDate } from '../dates';
import { formatOfDates } from '../formats';
import { isRow, words } from '../guards';
import { listOf, optionFor, type Option } from '../options';
import { editText, parse } from '../parsing';
import { fault } from '../validation';

export type Outcome = { value: unknown } | { complaint: string } | 'same';

/** Kinds that are changed where they stand, without an editor. */
export function editsInPlace(column: Column): boolean {
  return column.type === 'boolean' || column.type === 'rating';
}

export type EditorKind = 'choice' | 'date' | 'lines' | 'line';

/** The editor of a column's kind. */
export function editorKind({ type }: Column): EditorKind {
  if (type === 'select' || type === 'newMultiSelect' || type === 'tagsV2') return 'choice';
  if (type === 'datepicker') return 'date';
  return type === 'text' || type === 'json' || type === 'markdown' || type === 'html' ? 'lines' : 'line';
}

function checked(value: unknown, column: Column): Outcome {
  const complaint = fault(value, column);
  return complaint === undefined ? { value } : { complaint };
}

/** Of a text that was typed over `before`. */
export function typedOutcome(text: string, before: unknown, column: Column): Outcome {
  if (text === editText(before, column)) return 'same';
  const parsed = parse(text, column, before);
  return 'fault' in parsed ? { complaint: parsed.fault } : checked(parsed.value, column);
}

/** The text of the browser's date field for a value. */
export function dateText(value: unknown, column: Column): string {
  const format = formatOfDates(column);
  return momentOf(value, format)?.format(format.time ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') ?? '';
}

/** Of a date that was picked over `before`. */
export function dateOutcome(text: string, before: unknown, column: Column): Outcome {
  if (text === dateText(before, column)) return 'same';
  const format = formatOfDates(column);
  const moment = format.shownZone && format.time ? dayjs.tz(text, format.shownZone) : dayjs(text);
  return checked(text === '' ? null : storeDate(moment, before, format), column);
}

/** The choices that fit the search, and the typed word itself where the column takes new ones. */
export function offered(options: readonly Option[], search: string, free: boolean): Option[] {
  const wanted = search.trim().toLowerCase();
  const found = options.filter(option => option.label.toLowerCase().includes(wanted));
  const known = options.some(option => option.label.toLowerCase() === wanted);
  return free && wanted !== '' && !known ? [...found, { value: search.trim(), label: search.trim() }] : found;
}

/** Whether the column takes words that are no choice of it. */
export function takesNew({ type, options }: Column): boolean {
  return type === 'tagsV2' || options.length === 0;
}

export function isSeveral({ type }: Column): boolean {
  return type !== 'select';
}

/** The choices of a cell's value, as values of the column's options where they are. */
export function chosenIn(value: unknown, column: Column): unknown[] {
  const plain = (item: unknown): unknown => {
    const raw = isRow(item) ? item.value : item;
    return optionFor(column.options, raw)?.value ?? raw;
  };
  return isSeveral(column) ? listOf(value).map(plain) : [plain(value)];
}

export function isSameChoice(one: unknown, other: unknown): boolean {
  return words(one, '\0') === words(other);
}

/** The choices with one added, or taken out when it is there. */
export function choicesWith(chosen: readonly unknown[], value: unknown): unknown[] {
  const without = chosen.filter(item => !isSameChoice(item, value));
  return without.length < chosen.length ? without : [...chosen, value];
}

/** Of the choices that were made over `before`. */
export function choiceOutcome(next: readonly unknown[], before: unknown, column: Column): Outcome {
  if (JSON.stringify(chosenIn(before, column)) === JSON.stringify(next)) return 'same';
  return checked(isSeveral(column) ? [...next] : next[0], column);
}
