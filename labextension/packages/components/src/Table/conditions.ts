/** The conditions of column filters: their names, what they suit and whether they need a value. */

import type { Column, ColumnType } from './columns';
import { words } from './guards';

/** One condition a viewer can choose. */
export interface Condition {
  id: string;
  label: string;
  /** What the value field is: none, a text, a number, a date, or one of the column's choices. */
  field: 'none' | 'text';
}

/** One filter as it is exposed: `components.table1.filters`. */
export interface Filter {
  column: string;
  condition: string;
  value: unknown;
}

const all: Condition[] = [
  { id: 'contains', label: 'contains', field: 'text' },
  { id: 'doesNotContains', label: 'does not contain', field: 'text' },
  { id: 'matches', label: 'matches', field: 'text' },
  { id: 'nl', label: 'does not match', field: 'text' },
  { id: 'equals', label: 'equals', field: 'text' },
  { id: 'ne', label: 'does not equal', field: 'text' },
  { id: 'gt', label: 'is greater than', field: 'text' },
  { id: 'lt', label: 'is less than', field: 'text' },
  { id: 'gte', label: 'is at least', field: 'text' },
  { id: 'lte', label: 'is at most', field: 'text' },
  { id: 'isEmpty', label: 'is empty', field: 'none' },
  { id: 'isNotEmpty', label: 'is not empty', field: 'none' },
];

const byId = new Map(all.map(condition => [condition.id, condition]));

const forText = ['contains', 'doesNotContains', 'equals', 'ne', 'matches', 'nl', 'isEmpty', 'isNotEmpty'];
const forOrder = ['equals', 'ne', 'gt', 'lt', 'gte', 'lte', 'isEmpty', 'isNotEmpty'];
const forChoice = ['equals', 'ne', 'contains', 'isEmpty', 'isNotEmpty'];

const suited: Partial<Record<ColumnType, string[]>> = {
  number: forOrder,
  rating: forOrder,
  datepicker: [...forOrder, 'contains'],
  boolean: ['equals', 'ne', 'isEmpty', 'isNotEmpty'],
  select: forChoice,
};

/** The condition with this id, or a text condition named as it is. */
export function condition(id: string): Condition {
  return byId.get(id) ?? { id, label: id, field: 'text' };
}

/** The conditions that make sense for a column. */
export function conditionsFor(column: Column | undefined): Condition[] {
  const ids = (column && suited[column.type]) ?? forText;
  return ids.map(condition);
}

/** A new filter on a column, with the condition one would try first. */
export function newFilter(column: Column): Filter {
  return { column: column.key, condition: conditionsFor(column)[0]?.id ?? 'contains', value: '' };
}

/** Change the column of a filter; a condition that does not suit the new column, or was not used yet, gives way. */
export function moveFilter(filter: Filter, column: Column): Filter {
  const fits = conditionsFor(column).some(item => item.id === filter.condition);
  return fits && isComplete(filter) ? { ...filter, column: column.key } : newFilter(column);
}

/** True when the filter can be applied: it names a column and has the value it needs. */
export function isComplete(filter: Filter): boolean {
  if (!filter.column) return false;
  if (condition(filter.condition).field === 'none') return true;
  return filter.value !== '' && filter.value !== null && filter.value !== undefined;
}

/** The filters that count, without the half-written ones. */
export function completeFilters(filters: readonly Filter[]): Filter[] {
  return filters.filter(isComplete);
}

/** "Status equals Open", for the list of filters in force. */
export function sentence(filter: Filter, columns: readonly Column[]): string {
  const column = columnOf(filter, columns);
  const what = condition(filter.condition);
  const value = what.field === 'none' ? '' : ` ${String(filter.value)}`;
  return `${column?.name ?? filter.column} ${what.label}${value}`;
}

/** The columns one can filter by. */
export function filterable(columns: readonly Column[]): Column[] {
  return columns.filter(column => column.type !== 'button');
}

/** What an opened panel starts with: the filters in force, or a first one to fill in. */
export function firstFilters(filters: readonly Filter[], columns: readonly Column[]): readonly Filter[] {
  const first = columns[0];
  return filters.length > 0 || !first ? filters : [newFilter(first)];
}

/** The column of a filter, by its key or its name. */
export function columnOf(filter: Filter, columns: readonly Column[]): Column | undefined {
  return columns.find(item => item.key === filter.column || item.name === filter.column);
}

/** The values one chooses from; undefined where one types. */
export function choicesFor(column: Column | undefined, chosen: string): { value: string; label: string }[] | undefined {
  if (!column || (chosen !== 'equals' && chosen !== 'ne')) return undefined;
  if (column.type === 'boolean') return [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }]; // prettier-ignore
  if (column.options.length === 0) return undefined;
  return column.options.map(option => ({ value: words(option.value), label: option.label }));
}

/** Whether the value is picked from a calendar. */
export function takesDate(filter: Filter, column: Column | undefined): boolean {
  return column?.type === 'datepicker' && filter.condition !== 'contains';
}
