/** How results are shown: as text, aligned, as wide as they need, walked with the arrows. */
import { describe, expect, it } from 'vitest';
import { columnsOf, isNumeric, plain, rowsOf, shown, widthOf } from '../src/grid/format';
import { moved } from '../src/grid/keys';

describe('a value', () => {
  it('is shown as its type asks', () => {
    expect([null, 1.5, true, 'text', { a: 1 }, [1, 2]].map(value => shown(value))).toEqual([
      { text: 'null', shape: 'nothing' },
      { text: '1.5', shape: 'number' },
      { text: 'true', shape: 'boolean' },
      { text: 'text', shape: 'text' },
      { text: '{"a":1}', shape: 'json' },
      { text: '[1,2]', shape: 'json' },
    ]);
  });

  it('stays on one line and is cut when it is long', () => {
    expect(shown('one\n  two').text).toBe('one ⏎ two');
    expect(shown('x'.repeat(600)).text).toBe(`${'x'.repeat(500)}…`);
  });

  it('goes to the clipboard without decoration', () => {
    expect([plain(null), plain('a\nb'), plain({ a: 1 })]).toEqual(['', 'a\nb', '{"a":1}']);
  });
});

describe('a column', () => {
  it('stands to the right when its type or all its values are numbers', () => {
    const rows = [
      { a: 1, b: 'x', c: null },
      { a: null, b: 2, c: null },
    ];
    const numeric = (name: string, type = '') => isNumeric({ name, type }, rows);
    expect([numeric('a'), numeric('b'), numeric('b', 'NUMERIC(10,2)'), numeric('c')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('is as wide as its values, within limits', () => {
    const width = (value: string) => widthOf({ name: 'a', type: '' }, [{ a: value }]);
    expect([width('x'), width('x'.repeat(20)), width('x'.repeat(400))]).toEqual([72, 176, 360]);
  });

  it('comes from the rows where the source names none', () => {
    expect(columnsOf([], [{ a: 1 }, { b: 2 }]).map(column => column.name)).toEqual(['a', 'b']);
  });
});

it('takes a list of objects for rows and nothing else', () => {
  expect([rowsOf([{ a: 1 }]), rowsOf([]), rowsOf([1]), rowsOf({ a: 1 })]).toEqual([
    [{ a: 1 }],
    [],
    undefined,
    undefined,
  ]);
});

it('keeps the arrows inside of the grid', () => {
  const size = { rows: 3, columns: 2 };
  const at = { row: 0, column: 1 };
  expect(['ArrowUp', 'ArrowDown', 'ArrowRight', 'PageDown', 'Home', 'x'].map(key => moved(at, key, size))).toEqual([
    { row: 0, column: 1 },
    { row: 1, column: 1 },
    { row: 0, column: 1 },
    { row: 2, column: 1 },
    { row: 0, column: 0 },
    undefined,
  ]);
});
