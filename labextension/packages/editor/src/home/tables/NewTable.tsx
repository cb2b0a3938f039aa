/** The dialog that makes a table of columns. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSend } from '../../api/hooks';
import { Button, IconButton } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { IconPlus, IconX } from '../../kit/glyphs';
import { go, to } from '../route';
import { described, FRESH, KEY, problemOf, TYPES, type TableColumn } from './columns';

export function NewTable({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [columns, setColumns] = useState([KEY, FRESH]);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useSend('POST tables');
  const problem = problemOf(columns);
  const put = (at: number, parts: Partial<TableColumn>): void =>
    setColumns(columns.map((column, index) => (index === at ? { ...column, ...parts } : column)));
  const create = (): void => {
    setTried(true);
    if (problem) return;
    const body = { name: name.trim(), columns: columns.map(described) };
    mutate({ body }, { onSuccess: ({ id }) => go(to('tables', id), { instead: true }) });
  };
  return (
    <Dialog
      title="New table"
      action="Make table"
      size={680}
      busy={isPending}
      disabled={name.trim() === ''}
      error={error ?? (tried && problem ? new Error(problem) : null)}
      onClose={onClose}
      onSubmit={create}
    >
      <TextInput
        label="Name"
        placeholder="customers"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        data-autofocus
      />
      <div className="tj-Columns" role="group" aria-label="Columns">
        <div className="tj-Columns-head" aria-hidden>
          <span>Column</span>
          <span>Type</span>
          <span>Key</span>
          <span>Required</span>
          <span />
        </div>
        {columns.map((column, at) => (
          <div key={at} className="tj-Columns-row">
            <TextInput
              aria-label={`Name of column ${at + 1}`}
              placeholder="name"
              value={column.name}
              onChange={event => put(at, { name: event.currentTarget.value })}
            />
            <Select
              aria-label={`Type of column ${at + 1}`}
              data={TYPES}
              value={column.type}
              onChange={type => type && put(at, { type })}
              allowDeselect={false}
              checkIconPosition="right"
            />
            <Checkbox
              aria-label={`Column ${at + 1} is the primary key`}
              checked={column.primaryKey}
              onChange={event => put(at, { primaryKey: event.currentTarget.checked })}
            />
            <Checkbox
              aria-label={`Column ${at + 1} is required`}
              checked={column.notNull || column.primaryKey}
              disabled={column.primaryKey}
              onChange={event => put(at, { notNull: event.currentTarget.checked })}
            />
            <IconButton
              label="Remove"
              icon={IconX}
              disabled={columns.length === 1}
              onClick={() => setColumns(columns.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <Button look="plain" icon={IconPlus} onClick={() => setColumns([...columns, FRESH])}>
          Add column
        </Button>
      </div>
    </Dialog>
  );
}
