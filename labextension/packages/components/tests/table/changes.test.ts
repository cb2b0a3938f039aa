/** Unsaved edits are counted by cell and said in words. */
import { expect, it } from 'vitest';
import { changeSetOf, changesText, countChanges, isChanged } from '../../src/Table/changes';
import { rowsText } from '../../src/Table/footerText';
import { columnsOf } from '../../src/Table/columns';
import { cellValue } from '../../src/Table/sheet';
import { columnWindow, flexes } from '../../src/Table/widths';

it('counts cells, not rows', () => {
  const changes = changeSetOf({ 0: { name: 'A', total: 1 }, 7: { name: 'B' }, 9: 'nonsense' });
  expect(countChanges(changes)).toBe(3);
  expect([changesText(1), changesText(3)]).toEqual(['1 change', '3 changes']);
});

it('marks a cell and shows its edit, by key or by name', () => {
  const [column] = columnsOf({ columns: [{ key: 'full_name', name: 'Name' }] }, []);
  if (!column) throw new Error('no column');
  expect(isChanged({ Name: 'B' }, column.key, column.name)).toBe(true);
  expect(cellValue({ full_name: 'A' }, { full_name: 'B' }, column)).toBe('B');
  expect(cellValue({ full_name: 'A' }, undefined, column)).toBe('A');
});

it('says which rows are shown', () => {
  const paging = {
    enabled: true,
    page: 2,
    pages: 24,
    size: 10,
    total: 240,
    previous: true,
    next: true,
    serverSide: false,
  };
  expect(rowsText({ count: 10, paging, selectedCount: 0 })).toBe('11–20 of 240');
  expect(rowsText({ count: 1, paging: { ...paging, enabled: false }, selectedCount: 0 })).toBe('1 row');
  expect(rowsText({ count: 100_000, paging: { ...paging, enabled: false }, selectedCount: 2 })).toBe(
    '100,000 rows, 2 selected'
  );
});

it('draws only the columns in sight of a wide table', () => {
  const columns = columnsOf(
    { columns: Array.from({ length: 100 }, (_, index) => ({ key: `c${index}`, columnSize: 100 })) },
    []
  );
  const window = columnWindow(columns, {}, 5000, 1000);
  expect(window.first).toBeGreaterThan(40);
  expect(window.last).toBeLessThan(66);
  expect(window.before + (window.last - window.first + 1) * 100 + window.after).toBe(10_000);
});

it('leaves a dragged column as wide as it was dragged', () => {
  const columns = columnsOf(
    {
      columns: [
        { key: 'a', columnSize: 100 },
        { key: 'b', columnSize: 100 },
      ],
    },
    []
  );
  expect(flexes(columns, { a: 240 })).toEqual({ '--tj-c0': '0 0 240px', '--tj-c1': '100 0 100px' });
});
