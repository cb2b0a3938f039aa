/** Which rows of a Table are shown and in which order: search, filters and sort, as row numbers. */
import { momentLibrary } from '../libraries';
import { asBoolean, asList } from '../coerce';
import { columnKey } from '../columns';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import { asText } from '../template';
import { matcherOf } from './filters';
import { keyOf, knownColumns, type Column } from './columns';
import { columnReader, rowsOf } from './values';

/** The rows that pass search and filters; null for all. */
export function passing(self: Instance): Uint32Array | null {
  return searched(self, filtered(self));
}

/** The rows that pass the filters; null for all. */
export function filtered(self: Instance): Uint32Array | null {
  const filters = (asList(self.get('filters')) ?? []).filter(isRecord);
  if (filters.length === 0 || self.prop('serverSideFilter') === true) return null;
  const tests = filters.map(filter => {
    const read = columnReader(self, keyOf(self, filter['column']));
    const matches = matcherOf(asText(filter['condition']), filter['value']);
    return (row: unknown): boolean => matches(read(row));
  });
  return indicesOf(rowsOf(self), row => tests.every(test => test(row)));
}

function searched(self: Instance, order: Uint32Array | null): Uint32Array | null {
  const text = asText(self.get('searchText')).trim().toLowerCase();
  if (text === '' || self.prop('serverSideSearch') === true) return order;
  const texts = self.get('$texts');
  if (!Array.isArray(texts)) return order;
  const matches = (index: number): boolean => String(texts[index]).includes(text);
  return order ? order.filter(matches) : indicesOf(texts, (_text, index) => matches(index));
}

/** The text of each row that a search looks into. */
export function searchTexts(self: Instance): string[] {
  const columns = knownColumns(self).filter(column => column['columnVisibility'] !== false);
  const readers = columns.map(column => columnReader(self, columnKey(column)));
  return rowsOf(self).map(row => {
    const values = readers.length > 0 ? readers.map(read => read(row)) : Object.values(isRecord(row) ? row : {});
    return values.map(asText).join('\u0000').toLowerCase();
  });
}

/** The rows in their order; null for all rows in the order of the data. */
export function ordered(self: Instance): Uint32Array | null {
  const found = self.get('$passing');
  const passed = found instanceof Uint32Array ? found : null;
  const sorts = (asList(self.get('sortApplied')) ?? []).filter(isRecord);
  if (sorts.length === 0 || self.prop('serverSideSort') === true || self.prop('enabledSort') === false) return passed;
  const comparers = sorts.map(sort => comparerOf(self, sort));
  const order = passed ? Uint32Array.from(passed) : Uint32Array.from(rowsOf(self).keys());
  return order.sort((left, right) => {
    for (const compare of comparers) {
      const result = compare(left, right);
      if (result !== 0) return result;
    }
    return left - right;
  });
}

type Comparer = (left: number, right: number) => number;

function comparerOf(self: Instance, sort: Record<string, unknown>): Comparer {
  const key = keyOf(self, sort['column'] ?? sort['id']);
  const isDown = asText(sort['direction']).startsWith('desc') || asBoolean(sort['desc']);
  const column = knownColumns(self).find(candidate => columnKey(candidate) === key);
  const keys = sortKeys(self, key, column);
  return (left, right) => compareKeys(keys[left], keys[right], isDown ? -1 : 1);
}

/** What is compared: numbers as they are, dates as numbers, anything else as lower-case text; null for nothing. */
function sortKeys(self: Instance, key: string, column: Column | undefined): (number | string | null)[] {
  const read = columnReader(self, key);
  const toNumber = column?.['columnType'] === 'datepicker' ? dateReader(column) : numberOf;
  const values = rowsOf(self).map(read);
  const isNumeric = values.every(
    value => value === null || value === undefined || value === '' || toNumber(value) !== null
  );
  return values.map(value => {
    if (value === null || value === undefined || value === '') return null;
    return isNumeric ? toNumber(value) : asText(value).toLowerCase();
  });
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value === 'boolean' || typeof value === 'bigint' || value instanceof Date) return Number(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isNaN(number) ? null : number;
}

function dateReader(column: Column): (value: unknown) => number | null {
  const formats = [column['parseDateFormat'], column['dateFormat']].map(asText).filter(format => format !== '');
  return value => {
    const number = numberOf(value);
    if (number !== null) return number;
    const moment = momentLibrary();
    const strict = moment(asText(value), formats, true);
    const date = strict.isValid() ? strict : moment(asText(value), moment.ISO_8601, true);
    return date.isValid() ? date.valueOf() : null;
  };
}

/** Nothing comes last, whichever way the rest goes. */
function compareKeys(left: number | string | null | undefined, right: typeof left, sign: number): number {
  const isNothing = left === null || left === undefined;
  const isOtherNothing = right === null || right === undefined;
  if (isNothing || isOtherNothing) return Number(isNothing) - Number(isOtherNothing);
  if (left === right) return 0;
  return left < right ? -sign : sign;
}

function indicesOf<T>(list: T[], test: (item: T, index: number) => boolean): Uint32Array {
  const found = new Uint32Array(list.length);
  let count = 0;
  list.forEach((item, index) => {
    if (test(item, index)) found[count++] = index;
  });
  return found.slice(0, count);
}
