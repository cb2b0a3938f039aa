/** Live values become plain ones, and plain ones are not copied. */
import { describe, expect, it } from 'vitest';
import moment from 'moment';
import { harden } from '../src/harden';
import { plain } from '../src/plain';

describe('plain', () => {
  it('gives back the same object where nothing has to change', () => {
    const rows = [{ a: 1, b: { c: [1, 'x', null] } }];
    expect(plain(rows)).toBe(rows);
  });

  it.each([
    [() => 1, undefined],
    [Symbol('s'), undefined],
    [new Set([1, new Set([2])]), [1, [2]]],
    [new Map([['a', new Date(0)]]), { a: '1970-01-01T00:00:00.000Z' }],
    [new Date(NaN), null],
    [moment.utc(0), '1970-01-01T00:00:00.000Z'],
    [new Error('no'), { name: 'Error', message: 'no' }],
    [/a/g, '/a/g'],
    [Promise.resolve(1), undefined],
    [Object(5), 5],
    [
      { a: 1, f: () => 1, b: { g: () => 2 } },
      { a: 1, b: {} },
    ],
    [BigInt(3), BigInt(3)],
  ])('%s', (value, expected) => {
    expect(plain(value)).toEqual(expected);
  });

  it('cuts cycles and keeps what occurs twice', () => {
    const shared = { s: 1 };
    const value: Record<string, unknown> = { a: shared, b: shared };
    value['self'] = value;
    expect(plain(value)).toEqual({ a: shared, b: shared });
  });

  it('copies what is left of an instance of a class', () => {
    class Point {
      x = 1;
      move(): void {}
    }
    expect(structuredClone(plain(new Point()))).toEqual({ x: 1 });
  });

  it('leaves bytes alone', () => {
    const bytes = Uint8Array.of(1, 2);
    expect(plain({ bytes })).toEqual({ bytes });
  });
});

describe('harden', () => {
  it('takes the ways out from a global object and from what it inherits', () => {
    const inherited = { fetch: 1, WebSocket: 2, keep: 3 };
    const world = Object.assign(Object.create(inherited), { postMessage: 4, indexedDB: 5, console: 6 });
    Object.defineProperty(world, 'caches', { value: 7, writable: true, configurable: false });
    expect(harden(world)).toEqual([]);
    expect([inherited, Object.keys(world), world.caches]).toEqual([{ keep: 3 }, ['console'], undefined]);
  });

  it('names what cannot be taken away', () => {
    const world = Object.defineProperty({}, 'fetch', { value: 1, writable: false, configurable: false });
    expect(harden(world)).toEqual(['fetch']);
  });
});
