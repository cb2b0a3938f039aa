/** The dialog in which new rows are filled in. */
import type { Column } from '@tooljet/components/pure/Table/columns';
import { valueAt, words, type Row } from '@tooljet/components/pure/Table/guards';
import { addText, fieldKind, fillable, isOn, newRow, titleOfRows } from '@tooljet/components/pure/Table/newRows';
import { editText } from '@tooljet/components/pure/Table/parsing';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import type { Adding } from '../../gestures/screen';
import { named, seen, when, type Part } from '../seen';
import { select } from './toolbar';

/** The rows in the dialog: one to start with. */
export function linesOf(sheet: Sheet): readonly Row[] {
  return sheet.newRows.length > 0 ? sheet.newRows : [newRow(fillable(sheet.all))];
}

export function adding(sheet: Sheet, state: Adding): Part {
  const lines = linesOf(sheet);
  const fields = fillable(sheet.all);
  const title = titleOfRows(lines.length);
  return seen('dialog', { name: title }, [
    seen('banner', {}, [named('heading', [title], { states: { level: 2 } }), seen('button', { name: 'Close' })]),
    ...lines.map((row, index) => line({ row, index, many: lines.length > 1 }, fields, state)),
    seen('contentinfo', {}, [
      seen('button', { name: 'Another row' }),
      seen('button', { name: 'Cancel' }),
      seen('button', { name: addText(lines.length), states: { disabled: when(state.faults.size > 0) } }),
    ]),
  ]);
}

interface Line {
  row: Row;
  index: number;
  many: boolean;
}

function line({ row, index, many }: Line, fields: readonly Column[], state: Adding): Part {
  const parts = fields.flatMap(column => field(column, row, `${index} ${column.id}`, state));
  const name = `Row ${index + 1}`;
  return seen('group', { name: many ? name : undefined }, [
    many ? name : undefined,
    ...parts,
    many ? seen('button', { name: 'Remove' }) : undefined,
  ]);
}

function field(column: Column, row: Row, key: string, { faults, texts }: Adding): Part[] {
  const value = valueAt(row, column.key);
  const complaint = faults.get(key);
  const text = texts.get(key) ?? editText(value, column);
  const alert = complaint === undefined ? [] : [seen('alert', {}, [complaint])];
  return [column.name, control(column, value, { text, invalid: complaint !== undefined }), ...alert];
}

function control(column: Column, value: unknown, { text, invalid }: { text: string; invalid: boolean }): Part {
  const { name } = column;
  switch (fieldKind(column)) {
    case 'switch':
      return seen('switch', { name, states: { checked: isOn(value) } });
    case 'choice': {
      const options = column.options.map(option => ({ value: words(option.value), label: option.label }));
      return select(name, words(value), [{ value: '', label: '' }, ...options]);
    }
    case 'date':
      return seen('Date', { name, value: text, states: { invalid: when(invalid) } });
    case 'text':
      return seen('textbox', { name, value: text, states: { invalid: when(invalid) } });
  }
}
