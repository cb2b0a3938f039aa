/** From what a viewer typed in a cell to the value the row gets. */

import type { Column } from './columns';
import { plain } from './formats';
import { listOf } from './options';

/** The outcome of reading a typed text: a value, or why it is none. */
export type Parsed = { value: unknown } | { fault: string };

/** The text an editor starts with. */
export function editText(value: unknown, column: Column): string {
  if (column.type === 'json' && typeof value === 'object' && value !== null) return JSON.stringify(value, null, 2);
  return plain(value);
}

/** Read the typed text as the column's kind; the kind of the former value is kept where text can. */
export function parse(text: string, column: Column, before?: unknown): Parsed {
  switch (column.type) {
    case 'number':
      return parseNumber(text);
    case 'json':
      return parseJson(text, before);
    case 'boolean':
      return { value: /^(true|yes|1|on)$/i.test(text.trim()) };
    case 'newMultiSelect':
    case 'tagsV2':
      return { value: listOf(text) };
    default:
      return { value: text === '' && (before === null || before === undefined) ? before : text };
  }
}

function parseNumber(text: string): Parsed {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '');
  if (compact === '') return { value: null };
  // "1,234.5" and "1234,5" are both written by people; "1,234" is read as a thousand.
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact);
  const number = Number(grouped ? compact.replaceAll(',', '') : compact.replace(',', '.'));
  return Number.isFinite(number) ? { value: number } : { fault: 'This must be a number' };
}

function parseJson(text: string, before: unknown): Parsed {
  if (text.trim() === '') return { value: null };
  try {
    const value: unknown = JSON.parse(text);
    return { value: typeof before === 'string' ? text : value };
  } catch {
    return typeof before === 'string' ? { value: text } : { fault: 'This must be valid JSON' };
  }
}
