/** A cell's value as text: what is drawn, copied, and written into a downloaded file. */

import type { Column } from './columns';
import { dateFormat, showDate, type DateFormat } from './dates';
import { amount, isRow, truth, words } from './guards';
import { labelFor, listOf } from './options';

const numberFormats = new Map<number, Intl.NumberFormat>();
const dateFormats = new WeakMap<object, DateFormat>();

/** The date format of a column, worked out once. */
export function formatOfDates(column: Column): DateFormat {
  const known = dateFormats.get(column.settings);
  if (known) return known;
  const format = dateFormat(column.settings);
  dateFormats.set(column.settings, format);
  return format;
}

/** A number as text: grouped and rounded where the column sets its decimals, else exactly as it is. */
export function showNumber(value: unknown, column: Column): string {
  const number = amount(value);
  if (number === undefined) return words(value);
  const places = amount(column.settings.decimalPlaces);
  if (places === undefined) return typeof value === 'string' ? value.trim() : String(number);
  const digits = Math.min(20, Math.max(0, Math.round(places)));
  let format = numberFormats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(digits, format);
  }
  return format.format(number);
}

/** Any value as one line of text. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value) ?? '';
  return words(value);
}

/** The text of a cell. */
export function show(value: unknown, column: Column): string {
  if (value === null || value === undefined) return '';
  switch (column.type) {
    case 'number':
      return showNumber(value, column);
    case 'datepicker':
      return showDate(value, formatOfDates(column));
    case 'boolean':
      return truth(value, false) ? 'Yes' : 'No';
    case 'select':
      return labelFor(column.options, value);
    case 'newMultiSelect':
    case 'tagsV2':
      return listOf(value)
        .map(item => labelFor(column.options, item))
        .join(', ');
    case 'link':
      return words(column.settings.displayText) || plain(value);
    default:
      return plain(value);
  }
}

/** The value of a cell for a spreadsheet: numbers stay numbers, the rest is what the viewer reads. */
export function cellOf(value: unknown, column: Column): string | number | boolean | null {
  if (value === null || value === undefined || value === '') return null;
  if (column.type === 'number') return amount(value) ?? words(value);
  if (column.type === 'boolean') return truth(value, false);
  if (column.type === 'link') return plain(value);
  return show(value, column);
}

/** JSON with line breaks, for the full view of a cell. */
export function showFull(value: unknown, column: Column): string {
  if (isRow(value) || Array.isArray(value)) return JSON.stringify(value, null, 2);
  return show(value, column);
}
