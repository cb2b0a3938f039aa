/** The keyboard moves through a table as the ARIA grid pattern says. */
import { expect, it } from 'vitest';
import { moved, neighbour, types } from '../../src/Table/keys';

const extent = { rows: 100, columns: 4, page: 10 };
const here = { row: 50, column: 2 };

it.each([
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['ArrowRight', true, { row: 50, column: 3 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', true, { row: 99, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['PageDown', false, { row: 60, column: 2 }],
  ['PageUp', false, { row: 40, column: 2 }],
])('%s (with control: %s) leads there', (key, ctrlKey, to) => {
  expect(moved(here, { key, ctrlKey }, extent)).toEqual(to);
});

it('goes up into the header and not beyond', () => {
  expect(moved({ row: 0, column: 1 }, { key: 'ArrowUp' }, extent)).toEqual({ row: -1, column: 1 });
  expect(moved({ row: -1, column: 1 }, { key: 'ArrowUp' }, extent)).toEqual({ row: -1, column: 1 });
});

it('does not move for other keys', () => {
  expect(moved(here, { key: 'a' }, extent)).toBeUndefined();
});

it('goes on in the next row after the last cell, and stays at the ends', () => {
  expect(neighbour({ row: 3, column: 3 }, 1, extent)).toEqual({ row: 4, column: 0 });
  expect(neighbour({ row: 3, column: 0 }, -1, extent)).toEqual({ row: 2, column: 3 });
  expect(neighbour({ row: 99, column: 3 }, 1, extent)).toEqual({ row: 99, column: 3 });
});

it('starts an edit with a letter, not with a shortcut or a space', () => {
  expect([types({ key: 'x' }), types({ key: 'x', ctrlKey: true }), types({ key: ' ' }), types({ key: 'F5' })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
