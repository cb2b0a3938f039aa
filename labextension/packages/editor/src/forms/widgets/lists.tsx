/** Lists of conditions, sort orders, aggregates, groups and column values, each on the columns of the chosen table. */
import { Autocomplete, MultiSelect, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../kit/Button';
import { IconPlus, IconX } from '../../kit/glyphs';
import { added, changed, entriesOf, groupsOf, stored, type Entry } from '../entries';
import { useChoices } from '../useChoices';
import { textOf, worded, type WidgetProps } from './widget';

const OPERATORS = [
  { value: '=', label: 'equals' },
  { value: '!=', label: 'does not equal' },
  { value: '>', label: 'greater than' },
  { value: '>=', label: 'at least' },
  { value: '<', label: 'less than' },
  { value: '<=', label: 'at most' },
  { value: 'like', label: 'like' },
  { value: 'ilike', label: 'like, any case' },
  { value: 'in', label: 'one of' },
  { value: 'not in', label: 'none of' },
  { value: 'is', label: 'is' },
];
const ORDERS = [
  { value: 'asc', label: 'Ascending' },
  { value: 'desc', label: 'Descending' },
];
const AGGREGATES = ['count', 'sum', 'avg', 'min', 'max'];

interface ListProps extends WidgetProps {
  /** The parts of a new entry. */
  fresh: Record<string, unknown>;
  action: string;
  children: (entry: Entry, put: (parts: Record<string, unknown>) => void, column: ReactNode) => ReactNode;
}

function List({ field, options, value, onChange, fresh, action, children }: ListProps) {
  const { choices } = useChoices(field, options);
  const entries = entriesOf(value);
  const save = (next: Entry[]): void => onChange(stored(next));
  return (
    <div className="tj-List">
      {entries.map((entry, at) => {
        const put = (parts: Record<string, unknown>): void => save(changed(entries, entry.id, parts));
        const column = (
          <Autocomplete
            aria-label={`${field.label}: column ${at + 1}`}
            placeholder="Column"
            data={choices.map(choice => choice.value)}
            value={textOf(entry.column)}
            onChange={name => put({ column: name })}
          />
        );
        return (
          <div key={entry.id} className="tj-List-row">
            {children(entry, put, column)}
            <IconButton label="Remove" icon={IconX} onClick={() => save(entries.filter(other => other !== entry))} />
          </div>
        );
      })}
      <Button look="plain" icon={IconPlus} onClick={() => save(added(entries, fresh))}>
        {action}
      </Button>
    </div>
  );
}

interface ValueProps {
  entry: Entry;
  put: (parts: Record<string, unknown>) => void;
}

function Value({ entry, put }: ValueProps) {
  return (
    <TextInput
      aria-label="Value"
      placeholder="Value or {{parameter}}"
      value={textOf(entry.value)}
      onChange={event => put({ value: event.currentTarget.value })}
    />
  );
}

export function Filters(props: WidgetProps) {
  return (
    <List {...props} fresh={{ column: '', operator: '=', value: '' }} action="Add condition">
      {(entry, put, column) => (
        <>
          {column}
          <Select
            aria-label="Operator"
            data={OPERATORS}
            value={textOf(entry.operator)}
            onChange={operator => put({ operator })}
            allowDeselect={false}
          />
          <Value entry={entry} put={put} />
        </>
      )}
    </List>
  );
}

export function Sorts(props: WidgetProps) {
  return (
    <List {...props} fresh={{ column: '', order: 'asc' }} action="Add sort">
      {(entry, put, column) => (
        <>
          {column}
          <Select
            aria-label="Order"
            data={ORDERS}
            value={textOf(entry.order)}
            onChange={order => put({ order })}
            allowDeselect={false}
          />
        </>
      )}
    </List>
  );
}

export function Aggregates(props: WidgetProps) {
  return (
    <List {...props} fresh={{ column: '', aggFx: 'count' }} action="Add aggregate">
      {(entry, put, column) => (
        <>
          <Select
            aria-label="Function"
            data={AGGREGATES}
            value={textOf(entry.aggFx)}
            onChange={aggFx => put({ aggFx })}
            allowDeselect={false}
          />
          {column}
        </>
      )}
    </List>
  );
}

export function Columns(props: WidgetProps) {
  return (
    <List {...props} fresh={{ column: '', value: '' }} action="Add column">
      {(entry, put, column) => (
        <>
          {column}
          <Value entry={entry} put={put} />
        </>
      )}
    </List>
  );
}

export function Groups(props: WidgetProps) {
  const { field, options, value, onChange } = props;
  const { choices } = useChoices(field, options);
  return (
    <MultiSelect
      {...worded(props)}
      data={choices.map(choice => choice.value)}
      value={groupsOf(value)}
      onChange={onChange}
      placeholder={groupsOf(value).length > 0 ? '' : 'Columns'}
      searchable
    />
  );
}
