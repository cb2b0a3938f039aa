/** The rows of a table as CSV, as spreadsheets read it. */

import type { Column } from '../columns';
import { cellOf } from '../formats';
import { valueAt, type Row } from '../guards';

const special = /[",\r\n]/;

function field(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return special.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet would run as a formula is written as text. */
function inert(value: string | number | boolean | null): string | number | boolean | null {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^[+-]?[\d.,\s]+$/.test(value)
    ? `'${value}`
    : value;
}

/** CSV with a header line; lines end as RFC 4180 says. */
export function csv(columns: readonly Column[], rows: Iterable<Row>): string {
  const lines = [columns.map(column => field(inert(column.name))).join(',')];
  for (const row of rows) {
    lines.push(columns.map(column => field(inert(cellOf(valueAt(row, column.key), column)))).join(','));
  }
  return lines.join('\r\n') + '\r\n';
}
