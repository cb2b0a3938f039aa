/** The filters of a table: column, condition and value, one line each, applied while they are written. */

import { IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Column } from './columns';
import {
  choicesFor,
  columnOf,
  completeFilters,
  condition,
  conditionsFor,
  filterable,
  firstFilters,
  moveFilter,
  newFilter,
  takesDate,
  type Filter,
} from './conditions';
import { Floating } from './Floating';
import { words } from './guards';

export interface FilterMenuProps {
  columns: readonly Column[];
  filters: readonly Filter[];
  apply(filters: readonly Filter[]): void;
}

/** Milliseconds without typing after which the filters are applied. */
const pause = 300;

export function FilterMenu({ columns, filters, apply }: FilterMenuProps) {
  const offered = filterable(columns);
  return (
    <Floating label="Filter" icon={<IconFilter size={16} aria-hidden />} count={filters.length}>
      {() => <Filters columns={offered} filters={filters} apply={apply} />}
    </Floating>
  );
}

function Filters({ columns, filters, apply }: FilterMenuProps) {
  const first = columns[0];
  const [drafts, setDrafts] = useState<readonly Filter[]>(() => firstFilters(filters, columns));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<() => void>(undefined);
  // A filter typed just before the panel closes still counts.
  useEffect(() => () => waiting.current?.(), []);

  function change(next: readonly Filter[], wait: number) {
    setDrafts(next);
    clearTimeout(timer.current);
    const run = () => {
      waiting.current = undefined;
      clearTimeout(timer.current);
      apply(completeFilters(next));
    };
    waiting.current = run;
    timer.current = setTimeout(run, wait);
  }

  const put = (index: number, filter: Filter, wait = 0) => change(drafts.with(index, filter), wait);
  return (
    <div className="tj-Table-filters">
      {drafts.length === 0 && <p className="tj-Table-note">No filters. Every row is shown.</p>}
      {drafts.map((filter, index) => (
        <FilterLine
          key={index}
          filter={filter}
          columns={columns}
          put={(next, wait) => put(index, next, wait)}
          remove={() => change(drafts.toSpliced(index, 1), 0)}
        />
      ))}
      <footer>
        <button
          type="button"
          className="tj-Table-text"
          disabled={!first}
          onClick={() => first && setDrafts([...drafts, newFilter(first)])}
        >
          <IconPlus size={14} aria-hidden /> Add filter
        </button>
        {drafts.length > 0 && (
          <button type="button" className="tj-Table-text" onClick={() => change([], 0)}>
            Clear all
          </button>
        )}
      </footer>
    </div>
  );
}

interface FilterLineProps {
  filter: Filter;
  columns: readonly Column[];
  put(filter: Filter, wait?: number): void;
  remove(): void;
}

function FilterLine({ filter, columns, put, remove }: FilterLineProps) {
  const column = columnOf(filter, columns);
  return (
    <div className="tj-Table-filter">
      <select
        aria-label="Column"
        value={column?.id ?? ''}
        onChange={event => {
          const next = columns.find(item => item.id === event.currentTarget.value);
          if (next) put(moveFilter(filter, next));
        }}
      >
        {columns.map(item => (
          <option key={item.id} value={item.id}>
            {item.name}
          </option>
        ))}
      </select>
      <select
        aria-label="Condition"
        value={filter.condition}
        onChange={event => put({ ...filter, condition: event.currentTarget.value })}
      >
        {conditionsFor(column).map(item => (
          <option key={item.id} value={item.id}>
            {item.label}
          </option>
        ))}
      </select>
      <FilterValue filter={filter} column={column} put={put} />
      <button type="button" className="tj-Table-icon" aria-label="Remove filter" onClick={remove}>
        <IconX size={14} aria-hidden />
      </button>
    </div>
  );
}

function FilterValue({
  filter,
  column,
  put,
}: {
  filter: Filter;
  column: Column | undefined;
  put: FilterLineProps['put'];
}) {
  if (condition(filter.condition).field === 'none') return <span className="tj-Table-novalue" />;
  const choices = choicesFor(column, filter.condition);
  if (choices) {
    return (
      <select
        aria-label="Value"
        value={words(filter.value)}
        onChange={event => put({ ...filter, value: event.currentTarget.value })}
      >
        <option value="">Choose a value</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  const date = takesDate(filter, column);
  return (
    <input
      type={date ? 'date' : 'text'}
      aria-label="Value"
      placeholder="Value"
      value={words(filter.value)}
      onChange={event => put({ ...filter, value: event.currentTarget.value }, pause)}
    />
  );
}
