/** Filters offer what suits a column and count only when they are whole. */
import { expect, it } from 'vitest';
import { columnsOf } from '../../src/Table/columns';
import { completeFilters, conditionsFor, moveFilter, newFilter, sentence } from '../../src/Table/conditions';

const columns = columnsOf(
  {
    columns: [
      { key: 'name', name: 'Name' },
      { key: 'total', name: 'Total', columnType: 'number' },
      { key: 'paid', columnType: 'boolean' },
    ],
  },
  []
);
const [name, total, paid] = columns;
if (!name || !total || !paid) throw new Error('columns are missing');

it('offers order for numbers and words for text', () => {
  expect(conditionsFor(total).map(item => item.id)).toContain('gte');
  expect(conditionsFor(name).map(item => item.id)).not.toContain('gte');
  expect(conditionsFor(paid).map(item => item.id)).toEqual(['equals', 'ne', 'isEmpty', 'isNotEmpty']);
});

it('starts with the condition one would try first', () => {
  expect(newFilter(name)).toEqual({ column: 'name', condition: 'contains', value: '' });
  expect(newFilter(total).condition).toBe('equals');
});

it('keeps a condition that suits the other column, and gives up one that does not', () => {
  expect(moveFilter({ column: 'name', condition: 'equals', value: 'x' }, total)).toEqual({
    column: 'total',
    condition: 'equals',
    value: 'x',
  });
  expect(moveFilter({ column: 'name', condition: 'contains', value: 'x' }, total)).toEqual({
    column: 'total',
    condition: 'equals',
    value: '',
  });
});

it('leaves out filters that still miss their value', () => {
  const filters = [
    { column: 'name', condition: 'contains', value: '' },
    { column: 'name', condition: 'isEmpty', value: '' },
    { column: 'total', condition: 'gt', value: 0 },
  ];
  expect(completeFilters(filters)).toEqual(filters.slice(1));
});

it('says a filter as a sentence', () => {
  expect(sentence({ column: 'total', condition: 'gt', value: 5 }, columns)).toBe('Total is greater than 5');
  expect(sentence({ column: 'gone', condition: 'isEmpty', value: '' }, columns)).toBe('gone is empty');
});
