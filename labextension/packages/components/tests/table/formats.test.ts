/** Cells read as people write, and what people type becomes the right value. */
import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { columnsOf, type Column } from '../../src/Table/columns';
import { dateFormat, momentOf, storeDate } from '../../src/Table/dates';
import { cellOf, show } from '../../src/Table/formats';
import { parse } from '../../src/Table/parsing';
import { fault } from '../../src/Table/validation';

function column(settings: Record<string, unknown>): Column {
  const [made] = columnsOf({ columns: [{ key: 'value', ...settings }] }, []);
  if (!made) throw new Error('no column');
  return made;
}

describe('reading', () => {
  it('shows a number as it is, and grouped once its decimals are set', () => {
    expect(show(10_045, column({ columnType: 'number' }))).toBe('10045');
    expect(show(10_045.5, column({ columnType: 'number', decimalPlaces: 2 }))).toBe('10,045.50');
    expect(show('n/a', column({ columnType: 'number' }))).toBe('n/a');
  });

  it('shows a date in the format of its column, whatever form the data has', () => {
    const date = column({ columnType: 'datepicker', dateFormat: 'DD/MM/YYYY', parseDateFormat: 'MM-DD-YYYY' });
    expect(show('05-31-2024', date)).toBe('31/05/2024');
    expect(show('2024-05-31', date)).toBe('31/05/2024');
    expect(show('soon', date)).toBe('soon');
  });

  it('shows time stamps and hours', () => {
    const stamp = column({
      columnType: 'datepicker',
      dateFormat: 'YYYY-MM-DD',
      parseInUnixTimestamp: true,
      isTimeChecked: true,
      isTwentyFourHrFormatEnabled: true,
    });
    expect(show(dayjs('2024-05-31T13:45').unix(), stamp)).toBe('2024-05-31 13:45');
  });

  it('shows the labels of choices, not their values', () => {
    const options = [{ label: 'Open', value: 1 }, { label: 'Done', value: 2 }]; // prettier-ignore
    expect(show('2', column({ columnType: 'select', options }))).toBe('Done');
    expect(show([1, 2], column({ columnType: 'newMultiSelect', options }))).toBe('Open, Done');
    expect(show(2, column({ columnType: 'dropdown', values: [1, 2], labels: ['Open', 'Done'] }))).toBe('Done');
  });

  it('shows objects as JSON and nothing as nothing', () => {
    expect(show({ a: 1 }, column({ columnType: 'json' }))).toBe('{"a":1}');
    expect(show(null, column({}))).toBe('');
    expect(show(false, column({ columnType: 'boolean' }))).toBe('No');
  });

  it('keeps numbers numbers in a spreadsheet', () => {
    expect(cellOf('12.5', column({ columnType: 'number', decimalPlaces: 2 }))).toBe(12.5);
    expect(cellOf('', column({}))).toBeNull();
  });
});

describe('typing', () => {
  it('reads numbers as people write them and refuses the rest', () => {
    const number = column({ columnType: 'number' });
    expect(parse('1,234.5', number)).toEqual({ value: 1234.5 });
    expect(parse('12,5', number)).toEqual({ value: 12.5 });
    expect(parse('', number)).toEqual({ value: null });
    expect(parse('twelve', number)).toEqual({ fault: 'This must be a number' });
  });

  it('reads JSON, and keeps text that was text', () => {
    const json = column({ columnType: 'json' });
    expect(parse('{"a": 1}', json, {})).toEqual({ value: { a: 1 } });
    expect(parse('{"a": 1}', json, '{}')).toEqual({ value: '{"a": 1}' });
    expect(parse('{', json, {})).toEqual({ fault: 'This must be valid JSON' });
  });

  it('leaves a missing value missing when nothing was typed', () => {
    expect(parse('', column({}), null)).toEqual({ value: null });
    expect(parse('', column({}), 'x')).toEqual({ value: '' });
  });

  it('stores a date in the form it had', () => {
    const format = dateFormat({ dateFormat: 'DD/MM/YYYY', parseDateFormat: 'DD/MM/YYYY' });
    const day = dayjs('2024-05-31T00:00:00');
    expect(storeDate(day, '01/02/2024', format)).toBe('31/05/2024');
    expect(storeDate(day, '2024-02-01', format)).toBe('2024-05-31');
    expect(storeDate(day, '2024-02-01T10:00:00Z', format)).toBe(day.toISOString());
    expect(momentOf('31/05/2024', format)?.format('YYYY-MM-DD')).toBe('2024-05-31');
  });

  it('keeps to the rules of the column', () => {
    expect(fault('ab', column({ minLength: 3 }))).toBe('At least 3 characters');
    expect(fault(9, column({ columnType: 'number', minValue: 10 }))).toBe('Must be at least 10');
    expect(fault('x1', column({ regex: '^\\d+$' }))).toBe('This does not have the expected form');
    expect(fault('12', column({ regex: '(' }))).toBeUndefined();
    expect(fault('12', column({ customRule: 'Too small' }))).toBe('Too small');
    expect(fault('12', column({ customRule: true }))).toBeUndefined();
  });
});
