/** The home page's own rules: its addresses, parameters of queries, columns of tables, times, the theme it is told. */
import type { VersionSummary } from '@tooljet/schema/api';
import { describe, expect, it } from 'vitest';
import { nounOf } from '../src/api/hooks';
import { urlOf } from '../src/api/call';
import { asRefusal, Refusal } from '../src/api/errors';
import { latest } from '../src/home/apps/ReleaseApp';
import { isExport } from '../src/home/apps/useImport';
import { parametersOf, valueOfText } from '../src/home/queries/parameters';
import { parse, to } from '../src/home/route';
import { schemeOf } from '../src/home/scheme';
import { described, FRESH, KEY, problemOf } from '../src/home/tables/columns';
import { ago, amount, took } from '../src/kit/moments';

describe('an address', () => {
  it('says the part and what follows, and leads to the apps where it says nothing known', () => {
    expect([parse('#/sources/new/restapi'), parse(''), parse('#/nowhere/1')]).toEqual([
      { part: 'sources', rest: ['new', 'restapi'] },
      { part: 'apps', rest: [] },
      { part: 'apps', rest: [] },
    ]);
    expect(parse(to('queries', 'a/b'))).toEqual({ part: 'queries', rest: ['a/b'] });
  });

  it('of a call has its holes filled and its questions behind', () => {
    const url = urlOf('GET sources/{source}/schema', {
      path: { source: 'my shop' },
      query: { environment: 'staging' },
    });
    expect(url).toBe('/tooljet/api/sources/my%20shop/schema?environment=staging');
    expect(nounOf('GET sources/{source}/schema')).toBe('sources');
  });
});

describe('parameters', () => {
  it('are what the braces want from the caller, each once', () => {
    const options = {
      query: 'SELECT * FROM orders WHERE status = {{status}} AND total > {{parameters.least}} OR {{status}} IS NULL',
      headers: [
        ['Key', '{{secrets.key}}'],
        ['To', '{{ "x" }}'],
      ],
      parameters: [{ name: 'status', defaultValue: '{{1}}' }],
    };
    expect(parametersOf(options)).toEqual(['status', 'least']);
  });

  it('do not break while a binding is being typed', () => {
    expect(parametersOf({ query: 'SELECT {{sta' })).toEqual([]);
  });

  it('are JSON where they can be, else the text', () => {
    expect(['5', 'true', '[1,2]', 'open', ' ', '"5"'].map(valueOfText)).toEqual([5, true, [1, 2], 'open', '', '5']);
  });
});

describe('a new table', () => {
  it('needs names, no name twice, and a key', () => {
    expect([
      problemOf([KEY, FRESH]),
      problemOf([KEY, { ...FRESH, name: 'id' }]),
      problemOf([{ ...FRESH, name: 'a' }]),
      problemOf([KEY, { ...FRESH, name: 'a' }]),
    ]).toEqual([
      'Every column needs a name.',
      'Two columns are called id.',
      'One column has to be the primary key.',
      undefined,
    ]);
  });

  it('describes its columns as the server wants them', () => {
    expect(described(KEY)).toEqual({
      column_name: 'id',
      data_type: 'serial',
      constraints_type: { is_primary_key: true, is_not_null: true, is_unique: false },
    });
  });
});

describe('words', () => {
  it('say how long ago, how long and how many', () => {
    const now = Date.parse('2026-01-02T12:00:00Z');
    expect([
      ago('2026-01-02T11:59:40Z', now),
      ago('2026-01-02T10:00:00Z', now),
      ago('2026-01-01T11:00:00Z', now),
    ]).toEqual(['just now', '2 hours ago', 'yesterday']);
    expect([took(0.0004), took(0.25), took(3.21), took(75)]).toEqual(['1 ms', '250 ms', '3.2 s', '75 s']);
    expect([amount(1, 'row'), amount(1204, 'row')]).toEqual(['1 row', '1,204 rows']);
  });
});

it('names the field of a refusal, and makes one of anything that was thrown', () => {
  const refusal = new Refusal({
    code: 'Invalid',
    message: 'Host: is required',
    detail: { field: 'host', reason: 'is required' },
  });
  expect([refusal.field, refusal.reason]).toEqual(['host', 'is required']);
  expect(asRefusal(new Error('lost')).message).toBe('lost');
});

it('offers the newest draft for release', () => {
  const version = (name: string, status: string, released: boolean) => ({ name, status, released }) as VersionSummary;
  expect(
    latest([version('v3', 'saved', false), version('v2', 'draft', false), version('v1', 'draft', true)])?.name
  ).toBe('v2');
  expect(latest([version('v1', 'saved', true)])?.name).toBe('v1');
});

it('knows an exported app and the theme of JupyterLab when it sees them', () => {
  expect([isExport({ tooljetJupyter: 1, definition: {} }), isExport([])]).toEqual([true, false]);
  expect([
    schemeOf({ type: 'tooljet:theme', theme: 'dark' }),
    schemeOf({ type: 'other', theme: 'dark' }),
    schemeOf('dark'),
  ]).toEqual(['dark', undefined, undefined]);
});
