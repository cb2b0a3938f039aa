/** New rows before they are saved: a dialog with a line of fields for each. */

import { Modal } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Column } from './columns';
import { withValueAt, words, valueAt, type Row } from './guards';
import { addText, chosenOption, fieldKind, fillable, filled, isOn, newRow, titleOfRows } from './newRows';
import { editText } from './parsing';

export interface AddRowsProps {
  columns: readonly Column[];
  rows: readonly Row[];
  change(rows: readonly Row[]): void;
  save(rows: readonly Row[]): void;
  close(): void;
}

export function AddRows({ columns, rows, change, save, close }: AddRowsProps) {
  const fields = fillable(columns);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const lines = rows.length > 0 ? rows : [newRow(fields)];

  function put(index: number, column: Column, value: unknown, complaint: string | undefined) {
    const next = new Map(faults);
    if (complaint === undefined) next.delete(`${index} ${column.id}`);
    else next.set(`${index} ${column.id}`, complaint);
    setFaults(next);
    change(lines.with(index, withValueAt(lines[index] ?? {}, column.key, value)));
  }

  const count = lines.length;
  return (
    <Modal
      opened
      onClose={close}
      title={titleOfRows(count)}
      centered
      size="lg"
      radius="var(--tj-radius-dialog)"
      classNames={{ content: 'tj-Table-dialog', title: 'tj-Table-dialogtitle' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="tj-Table-adding">
        {lines.map((row, index) => (
          <fieldset key={index} className="tj-Table-newrow">
            {count > 1 && <legend>Row {index + 1}</legend>}
            {fields.map(column => (
              <NewField
                key={column.id}
                column={column}
                row={row}
                fault={faults.get(`${index} ${column.id}`)}
                put={(value, complaint) => put(index, column, value, complaint)}
              />
            ))}
            {count > 1 && (
              <button type="button" className="tj-Table-text" onClick={() => change(lines.toSpliced(index, 1))}>
                <IconTrash size={14} aria-hidden /> Remove
              </button>
            )}
          </fieldset>
        ))}
      </div>
      <footer className="tj-Table-addbar">
        <button type="button" className="tj-Table-text" onClick={() => change([...lines, newRow(fields)])}>
          <IconPlus size={14} aria-hidden /> Another row
        </button>
        <span className="tj-Table-space" />
        <button type="button" className="tj-Table-plain" onClick={close}>
          Cancel
        </button>
        <button type="button" className="tj-Table-primary" disabled={faults.size > 0} onClick={() => save(lines)}>
          {addText(count)}
        </button>
      </footer>
    </Modal>
  );
}

interface NewFieldProps {
  column: Column;
  row: Row;
  fault: string | undefined;
  put(value: unknown, complaint: string | undefined): void;
}

function NewField({ column, row, fault: complaint, put }: NewFieldProps) {
  const value = valueAt(row, column.key);
  const [text, setText] = useState(() => editText(value, column));
  const kind = fieldKind(column);

  function type(next: string) {
    setText(next);
    const { value: read, complaint: found } = filled(next, column);
    put(read, found);
  }

  return (
    <label className="tj-Table-field">
      <span>{column.name}</span>
      {kind === 'switch' ? (
        <input
          type="checkbox"
          role="switch"
          className="tj-Table-switch"
          checked={isOn(value)}
          onChange={event => put(event.currentTarget.checked, undefined)}
        />
      ) : kind === 'choice' ? (
        <select
          value={words(value)}
          onChange={event => put(chosenOption(event.currentTarget.value, column), undefined)}
        >
          <option value="" />
          {column.options.map(option => (
            <option key={words(option.value)} value={words(option.value)}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          type={kind}
          inputMode={column.type === 'number' ? 'decimal' : undefined}
          value={text}
          aria-invalid={complaint !== undefined}
          onChange={event => type(event.currentTarget.value)}
        />
      )}
      {complaint !== undefined && <em role="alert">{complaint}</em>}
    </label>
  );
}
