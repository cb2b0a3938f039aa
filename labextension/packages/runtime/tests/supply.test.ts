/** Components that show data know the queries it comes from: whether it is on its way, old, missing or cut. */
import type { RunReply } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { component, query, script, settle, testApp, testHost } from '../src/testing';

const failure = { code: 'SourceUnreachable', message: 'The database does not answer', detail: { port: 5432 } };
const nothing = { fetching: false, fed: false, failure: null };

/** A host whose answers were cut at this many rows. */
function cutAt(limit: number, data: unknown[]) {
  const host = testHost();
  host.runQuery = call => {
    const reply: RunReply = {
      run: call.run,
      data,
      columns: [],
      truncated: true,
      limit,
      affectedRows: null,
      metadata: {},
      seconds: 0.01,
    };
    return Promise.resolve(reply);
  };
  return host;
}

const showing: [string, string][] = [
  ['Table', 'data'],
  ['Listview', 'data'],
  ['Chart', 'data'],
  ['Statistics', 'primaryValue'],
];

describe.each(showing)('a %s', (type, key) => {
  const build = (props = { [key]: '{{queries.q.data}}' }, answers = {}) =>
    testApp([component(type, 'it', props)], { queries: [query('q'), query('other')], answers });

  it('tells that its first data is on its way, that it came, and that newer data is on its way', async () => {
    const app = build(undefined, { q: [] });
    expect(app.shown('it').exposed['supply']).toEqual(nothing);
    const first = app.runtime.runQuery('q');
    await settle();
    expect(app.shown('it').exposed['supply']).toEqual({ fetching: false, fed: true, failure: null });
    await first;
    const seen: unknown[] = [];
    const stop = app.runtime.subscribe(wave => {
      for (const patch of wave) if ('exposed' in patch) seen.push(patch.exposed?.['supply']);
    });
    seen.length = 0;
    await app.runtime.runQuery('q');
    expect(seen).toEqual([
      { fetching: true, fed: true, failure: null },
      { fetching: false, fed: true, failure: null },
    ]);
    stop();
  });

  it('tells what went wrong, and runs that again with what it was given', async () => {
    let fails = true;
    const answer = (): unknown => {
      if (fails) throw failure;
      return [{ id: 1 }];
    };
    const app = build(undefined, { q: answer, other: [] });
    await app.runtime.runQuery('other');
    await app.runtime.runQuery('q', { limit: 3 });
    const { message, detail } = failure;
    expect(app.shown('it').exposed['supply']).toEqual({ ...nothing, failure: { query: 'q', message, detail } });
    fails = false;
    app.runtime.fire('it', '$retry');
    expect(app.shown('it').exposed['supply']).toEqual({ ...nothing, fetching: true });
    await settle();
    expect(app.shown('it').exposed['supply']).toEqual({ fetching: false, fed: true, failure: null });
    expect(app.host.calls.map(call => call.query)).toEqual(['other', 'q', 'q']);
  });

  it('tells at how many rows its answer was cut', async () => {
    const host = cutAt(100_000, [{ id: 1 }, { id: 2 }]);
    const app = testApp([component(type, 'it', { [key]: '{{queries.q.data}}' })], { queries: [query('q')], host });
    expect(app.shown('it').exposed['truncated']).toBeUndefined();
    await app.runtime.runQuery('q');
    expect(app.shown('it').exposed['truncated']).toBe(2);
  });

  it('knows nothing of queries it does not read itself', async () => {
    const app = testApp([component(type, 'it', { [key]: '{{variables.rows}}' })], {
      queries: [script('fill', "await queries.q.run(); actions.setVariable('rows', queries.q.data)"), query('q')],
      host: cutAt(10, [{ id: 1 }]),
    });
    await app.runtime.runQuery('fill');
    expect(app.shown('it').exposed).toMatchObject({ supply: nothing });
    expect(app.shown('it').exposed['truncated']).toBeUndefined();
  });
});

describe('a failure', () => {
  const fails = () => Promise.reject(failure);

  it('of data that is old leaves the data and says so', async () => {
    let isDown = false;
    const app = testApp([component('Table', 'it', { data: '{{queries.q.data}}' })], {
      queries: [query('q')],
      answers: { q: () => (isDown ? fails() : [{ id: 1 }]) },
    });
    await app.runtime.runQuery('q');
    isDown = true;
    await app.runtime.runQuery('q');
    expect(app.shown('it').props['data']).toEqual([{ id: 1 }]);
    expect(app.shown('it').exposed['supply']).toMatchObject({ fed: true, failure: { query: 'q' } });
  });

  it('is shown where its data would be, and as an alert only where nothing shows it', async () => {
    const app = testApp([component('Chart', 'it', { data: '{{queries.q.data}}' })], {
      queries: [query('q'), query('write')],
      answers: { q: fails, write: fails },
    });
    await app.runtime.runQuery('q');
    await app.runtime.runQuery('write');
    const alerts = app.host.actions.flatMap(action => (action.kind === 'alert' ? [action.message] : []));
    expect(alerts).toEqual(['write: The database does not answer']);
  });

  it('belongs to the query that is read now, also when another one answered the same', async () => {
    const app = testApp([component('Table', 'it', { data: '{{variables.b ? queries.b.data : queries.a.data}}' })], {
      queries: [query('a'), query('b'), script('turn', "actions.setVariable('b', true)")],
      answers: { a: [], b: fails },
    });
    await app.runtime.runQuery('a');
    await app.runtime.runQuery('b');
    expect(app.shown('it').exposed['supply']).toMatchObject({ fed: true, failure: null });
    await app.runtime.runQuery('turn');
    expect(app.shown('it').exposed['supply']).toMatchObject({ fed: false, failure: { query: 'b' } });
  });
});
