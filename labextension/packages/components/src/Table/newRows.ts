/** Rows before they are added: which columns one fills in, what they hold at first, what a typed text makes of them. */
import type { Column } from './columns';
import { truth, withValueAt, words, type Row } from './guards';
import { parse } from './parsing';
import { fault } from './validation';

/** The columns one can fill in a new row: the editable ones, all with data when none is. */
export function fillable(columns: readonly Column[]): Column[] {
  const shown = columns.filter(column => column.visible && column.type !== 'button' && column.type !== 'image');
  const editable = shown.filter(column => column.editable);
  return editable.length > 0 ? editable : shown;
}

/** A new row with what its columns choose at first. */
export function newRow(columns: readonly Column[]): Row {
  return columns.reduce<Row>((row, column) => {
    const first = column.settings.defaultOptionsList;
    if (!Array.isArray(first) || first.length === 0) return row;
    const values = first.map((item: unknown) => valueOf(item));
    return withValueAt(row, column.key, column.type === 'select' ? values[0] : values);
  }, {});
}

function valueOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'value' in item ? item.value : item;
}

/** How a column is filled in: switched, chosen or typed. */
export function fieldKind(column: Column): 'switch' | 'choice' | 'date' | 'text' {
  if (column.type === 'boolean') return 'switch';
  if (column.type === 'select' && column.options.length > 0) return 'choice';
  return column.type === 'datepicker' ? 'date' : 'text';
}

/** A value for a new row, and what is wrong with it. */
export interface Filled {
  value: unknown;
  complaint: string | undefined;
}

/** What a typed text is in a column. */
export function filled(text: string, column: Column): Filled {
  const parsed = parse(text, column);
  if ('fault' in parsed) return { value: text, complaint: parsed.fault };
  return { value: parsed.value, complaint: fault(parsed.value, column) };
}

/** What a chosen word stands for. */
export function chosenOption(word: string, column: Column): unknown {
  return column.options.find(option => words(option.value) === word)?.value;
}

export function isOn(value: unknown): boolean {
  return truth(value, false);
}

/** The words on the dialog. */
export function titleOfRows(count: number): string {
  return count === 1 ? 'Add a row' : `Add ${count} rows`;
}

/** The words on its button. */
export function addText(count: number): string {
  return count === 1 ? 'Add row' : `Add ${count} rows`;
}
