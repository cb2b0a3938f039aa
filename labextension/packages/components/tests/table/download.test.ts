/** Downloaded files hold what the viewer sees: the shown columns, labels and dates, safe to open. */
import { expect, it } from 'vitest';
import { columnsOf } from '../../src/Table/columns';
import { csv } from '../../src/Table/download/csv';
import { tableFile } from '../../src/Table/download/file';
import { pdf } from '../../src/Table/download/pdf';
import { sheetOf, xlsx } from '../../src/Table/download/xlsx';

const columns = columnsOf(
  {
    columns: [
      { key: 'name', name: 'Name' },
      { key: 'total', name: 'Total', columnType: 'number', decimalPlaces: 2 },
      { key: 'day', name: 'Day', columnType: 'datepicker', dateFormat: 'DD/MM/YYYY' },
      { key: 'state', name: 'State', columnType: 'select', options: [{ label: 'Open', value: 'o' }] },
      { key: 'secret', name: 'Secret', columnVisibility: false },
    ],
  },
  []
);
const rows = [
  { name: 'Ann "A", Ltd', total: 12.5, day: '2024-05-31', state: 'o', secret: 'x' },
  { name: '=1+1', total: -3, day: null, state: 'other', secret: 'y' },
];

it('writes CSV with quotes where they are needed, and no formula', () => {
  const shown = columns.filter(column => column.visible);
  expect(csv(shown, rows).split('\r\n')).toEqual([
    'Name,Total,Day,State',
    '"Ann ""A"", Ltd",12.5,31/05/2024,Open',
    "'=1+1,-3,,other",
    '',
  ]);
});

it('writes numbers and dates as such into a workbook', () => {
  const [head, first, second] = sheetOf(columns.slice(0, 4), rows);
  expect(head).toMatchObject([
    { value: 'Name', fontWeight: 'bold' },
    { value: 'Total' },
    { value: 'Day' },
    { value: 'State' },
  ]);
  expect(first).toEqual([
    { value: 'Ann "A", Ltd', type: String },
    { value: 12.5, type: Number, format: '#,##0.00' },
    { value: new Date(Date.UTC(2024, 4, 31)), type: Date, format: 'yyyy-mm-dd' },
    { value: 'Open', type: String },
  ]);
  expect(second?.[2]).toBeNull();
});

it('makes a workbook a spreadsheet program can open', async () => {
  const bytes = new Uint8Array(await (await xlsx('Orders: 2024/25', columns, rows)).arrayBuffer());
  expect([bytes[0], bytes[1]]).toEqual([0x50, 0x4b]);
});

it('makes a PDF whose offsets are right', () => {
  const written = pdf('Orders', columns, rows);
  expect(written.startsWith('%PDF-1.4')).toBe(true);
  const table = Number(/startxref\n(\d+)/.exec(written)?.[1]);
  expect(written.slice(table, table + 4)).toBe('xref');
  expect(written).toContain('(Ann "A", Ltd) Tj');
});

it('breaks a long PDF into numbered pages', () => {
  const long = Array.from({ length: 200 }, (_, index) => ({ name: `Row ${index}` }));
  const written = pdf('Orders', columns.slice(0, 1), long);
  expect(written.match(/\/Type \/Page /g)?.length).toBe(7);
  expect(written).toContain('(7 / 7) Tj');
});

it('names the file after the table and leaves hidden columns out', async () => {
  const file = await tableFile('csv', 'My orders / 2024', columns, rows);
  expect(file.name).toBe('My-orders-2024.csv');
  expect(await file.data.text()).not.toContain('Secret');
});
