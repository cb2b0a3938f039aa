/** The rows of a table as an Excel workbook. */

import type { Cell, SheetData } from 'write-excel-file/browser';
import type { Column } from '../columns';
import { momentOf } from '../dates';
import { cellOf, formatOfDates } from '../formats';
import { amount, valueAt, type Row } from '../guards';

/** What a spreadsheet cell may hold at most. */
const longest = 32_767;

/** The cells of the workbook: a bold header and the rows, numbers and dates as such. */
export function sheetOf(columns: readonly Column[], rows: Iterable<Row>): SheetData {
  const sheet: SheetData = [columns.map(column => ({ value: column.name, type: String, fontWeight: 'bold' }))];
  for (const row of rows) sheet.push(columns.map(column => sheetCell(valueAt(row, column.key), column)));
  return sheet;
}

function sheetCell(value: unknown, column: Column): Cell {
  if (column.type === 'datepicker') return dateCell(value, column);
  const cell = cellOf(value, column);
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number, format: numberFormat(column) };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell.slice(0, longest), type: String };
}

function numberFormat(column: Column): string | undefined {
  const places = amount(column.settings.decimalPlaces);
  if (places === undefined) return undefined;
  return places > 0 ? `#,##0.${'0'.repeat(places)}` : '#,##0';
}

function dateCell(value: unknown, column: Column): Cell {
  const format = formatOfDates(column);
  const moment = momentOf(value, format);
  if (!moment) return value === null || value === undefined ? null : { value: String(value), type: String };
  const shown = moment.toDate();
  // Excel knows no zones: what the viewer reads is written as if it were UTC.
  const written = new Date(shown.getTime() - shown.getTimezoneOffset() * 60_000);
  const time = format.time || written.getTime() % 86_400_000 !== 0;
  return { value: written, type: Date, format: time ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
}

/** The workbook as a file; the writer is loaded when first asked for. */
export async function xlsx(name: string, columns: readonly Column[], rows: Iterable<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const sheet =
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1';
  const widths = columns.map(column => ({ width: Math.max(8, Math.min(60, Math.round(column.width / 7))) }));
  return write(sheetOf(columns, rows), { sheet, columns: widths, stickyRowsCount: 1 }).toBlob();
}
