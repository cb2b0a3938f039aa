/** Queries: values out, answers in, and everything that follows from them. */
import { describe, expect, it } from 'vitest';
import { component, on, page, query, script, settle, testApp } from '../src/testing';

const failure = { code: 'QueryFailed', message: 'no such table', detail: {} };

/** Answers that come when the test says so. */
function held() {
  const waiting: { resolve(data: unknown): void; reject(error: unknown): void }[] = [];
  return { waiting, answer: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })) };
}

describe('a run', () => {
  it('sends one value per binding, undefined as null, live values as plain ones', async () => {
    const app = testApp([component('TextInput', 'search', { value: 'x' })], {
      queries: [
        query('orders', {
          bindings: [
            'components.search.value',
            'components.nobody?.value',
            'new Set([1])',
            'parameters.limit',
            'new Date(0)',
          ],
          options: { parameters: [{ name: 'limit', defaultValue: '{{10}}' }] },
        }),
      ],
      answers: { orders: [{ id: 1 }] },
    });
    expect(await app.runtime.runQuery('orders')).toEqual([{ id: 1 }]);
    await app.runtime.runQuery('orders', { limit: 5 });
    expect(app.host.calls.map(call => call.values)).toEqual([
      ['x', null, [1], 10, '1970-01-01T00:00:00.000Z'],
      ['x', null, [1], 5, '1970-01-01T00:00:00.000Z'],
    ]);
  });

  it('shows that it loads, then its data, raw data and metadata', async () => {
    const hold = held();
    const app = testApp([component('Unknown', 'out', { v: '{{queries.q.isLoading}}' })], {
      queries: [query('q', { options: { enableTransformation: true, transformation: 'return data.length' } })],
      answers: { q: hold.answer },
    });
    expect(app.runtime.read('queries.q.data')).toEqual([]);
    const run = app.runtime.runQuery('q');
    expect(app.shown('out').props['v']).toBe(true);
    await settle();
    hold.waiting[0]?.resolve([1, 2]);
    await run;
    expect(app.shown('out').props['v']).toBe(false);
    expect(app.runtime.read('[queries.q.data, queries.q.rawData, queries.q.metadata.limit, queries.q.error]')).toEqual([
      2,
      [1, 2],
      100_000,
      undefined,
    ]);
  });

  it('that fails keeps the old data, says so, and runs the failure handlers', async () => {
    let fails = false;
    const app = testApp([], {
      queries: [
        query('q', { events: [on('onDataQueryFailure', 'show-alert', { message: '{{queries.q.error.message}}' })] }),
        query('silent'),
      ],
      answers: { q: () => (fails ? Promise.reject(failure) : [1]), silent: () => Promise.reject(failure) },
    });
    await app.runtime.runQuery('q');
    fails = true;
    await app.runtime.runQuery('q');
    expect(app.runtime.read('[queries.q.data, queries.q.isLoading, queries.q.error]')).toEqual([[1], false, failure]);
    expect(app.log()).toEqual(['q: no such table']);
    await app.runtime.runQuery('silent');
    expect(app.host.actions).toEqual([
      { kind: 'alert', level: 'info', message: 'no such table' },
      { kind: 'alert', level: 'error', message: 'silent: no such table' },
    ]);
  });

  it('whose answer comes late is dropped when a newer one has started', async () => {
    const hold = held();
    const app = testApp([], { queries: [query('q')], answers: { q: hold.answer } });
    const first = app.runtime.runQuery('q');
    const second = app.runtime.runQuery('q');
    await settle();
    hold.waiting[1]?.resolve('new');
    await second;
    hold.waiting[0]?.resolve('old');
    expect(await first).toBe('old');
    expect(app.runtime.read('queries.q.data')).toBe('new');
  });

  it('can be stopped, at the source too', async () => {
    const hold = held();
    const app = testApp(
      [component('Button', 'stop', {}, { events: [on('onClick', 'abort-query', { queryId: 'q' })] })],
      {
        queries: [query('q', { events: [on('onDataQueryFailure', 'show-alert', { message: 'failed' })] })],
        answers: { q: hold.answer },
      }
    );
    const run = app.runtime.runQuery('q');
    await settle();
    app.runtime.fire('stop', 'onClick');
    await run;
    expect(app.host.cancelled).toEqual([app.host.calls[0]?.run]);
    expect([app.runtime.read('queries.q.isLoading'), app.host.actions]).toEqual([false, []]);
    hold.waiting[0]?.resolve('late');
    await settle();
    expect(app.runtime.read('queries.q.data')).toEqual([]);
  });

  it('that takes too long fails and is cancelled', async () => {
    const hold = held();
    const options = { runOnPageLoad: false, query_timeout: '{{2000}}' };
    const app = testApp([], { queries: [query('q', { options })], answers: { q: hold.answer } });
    const run = app.runtime.runQuery('q');
    await app.host.pass(2000);
    await run;
    expect(app.runtime.read('queries.q.error.code')).toBe('QueryTimeout');
    expect(app.host.cancelled).toHaveLength(1);
  });

  it('asks first when it should, and does nothing on no', async () => {
    const options = { requestConfirmation: true, confirmationMessage: 'Delete {{1 + 1}} rows?' };
    const app = testApp([], { queries: [query('q', { options })], answers: { q: [1] } });
    app.host.confirms = false;
    await app.runtime.runQuery('q');
    expect(app.host.actions).toEqual([{ kind: 'confirm', message: 'Delete 2 rows?', query: 'q' }]);
    expect(app.host.calls).toEqual([]);
    app.host.confirms = true;
    await app.runtime.runQuery('q');
    expect(app.host.calls).toHaveLength(1);
  });

  it('that is disabled says why', async () => {
    const options = { disableQuery: '{{1 > 0}}', disabledMessage: 'Not today' };
    const app = testApp([], { queries: [query('q', { options })] });
    await app.runtime.runQuery('q');
    expect([app.host.calls, app.host.actions]).toEqual([[], [{ kind: 'alert', level: 'error', message: 'Not today' }]]);
  });

  it('announces success for as long as the builder said', async () => {
    const options = {
      showSuccessNotification: true,
      successMessage: 'Saved {{queries.q.data}}',
      notificationDuration: 2,
    };
    const app = testApp([], { queries: [query('q', { options })], answers: { q: 'it' } });
    await app.runtime.runQuery('q');
    expect(app.host.actions).toEqual([{ kind: 'alert', level: 'success', message: 'Saved it', duration: 2000 }]);
  });

  it('runs the success handlers, which may use its parameters', async () => {
    const app = testApp([], {
      queries: [
        query('q', {
          options: { parameters: [{ name: 'who' }] },
          events: [
            on('onDataQuerySuccess', 'run-query', { queryId: 'next', parameters: { id: '{{parameters.who}}' } }),
          ],
        }),
        query('next', { bindings: ['parameters.id'] }),
      ],
    });
    await app.runtime.runQuery('q', { who: 7 });
    await settle();
    expect(app.host.calls.map(call => [call.query, call.values])).toEqual([
      ['q', []],
      ['next', [7]],
    ]);
  });

  it('is reset to what it was at the start', async () => {
    const app = testApp([], { queries: [query('q')], answers: { q: [1] } });
    await app.runtime.runQuery('q');
    app.runtime.read('queries.q.reset()');
    expect(app.runtime.read('[queries.q.data, queries.q.rawData]')).toEqual([[], []]);
  });
});

describe('a transformation', () => {
  const transformed = async (
    transformation: string,
    answer: number[],
    language: 'javascript' | 'python' = 'javascript'
  ) => {
    const options = { enableTransformation: true, transformationLanguage: language, transformation };
    const app = testApp([component('TextInput', 'n', { value: '3' })], {
      queries: [query('q', { options })],
      answers: { q: answer },
    });
    await app.runtime.runQuery('q');
    return app;
  };

  it('may assign data and undeclared names, and reads the app', async () => {
    const app = await transformed(
      'data = data.map(n => n * 2);\nextra = components.n.value;\nreturn [...data, extra]',
      [1]
    );
    expect(app.runtime.read('queries.q.data')).toEqual([2, '3']);
    expect(app.runtime.read('queries.q.rawData')).toEqual([1]);
  });

  it('in Python was made by the server', async () => {
    const app = await transformed('return [x for x in data]', [1], 'python');
    expect(app.runtime.read('queries.q.data')).toEqual([1]);
  });

  it.each(['throw new Error("not one row")', 'return “typographic”'])(
    '%s makes the query fail, not the app',
    async code => {
      const app = await transformed(code, [1]);
      expect(app.runtime.read('queries.q.error.message')).toBeTypeOf('string');
      expect(app.runtime.read('queries.q.data')).toEqual([]);
    }
  );
});

describe('when a page loads', () => {
  it('its queries run, at once and together, and then the page has loaded', async () => {
    const app = testApp([], {
      queries: [
        query('a', { options: { runOnPageLoad: true } }),
        query('b'),
        query('c', { options: { runOnPageLoad: true } }),
      ],
      answers: { a: 1, c: 2 },
    });
    await app.runtime.start();
    expect(app.host.calls.map(call => call.query)).toEqual(['a', 'c']);
    expect(app.runtime.read('[queries.a.data, queries.c.data]')).toEqual([1, 2]);
  });

  it('onPageLoad handlers run', async () => {
    const home = page('home', [], {
      events: [on('onPageLoad', 'set-custom-variable', { key: 'x', value: '{{page.name}}' })],
    });
    const app = testApp([], { pages: [home] });
    await app.runtime.start();
    expect(app.runtime.read('variables.x')).toBe('home');
  });

  it('a query that runs on change runs when a value it reads changes, and only then', async () => {
    const app = testApp([component('TextInput', 'a', { value: '1' }), component('TextInput', 'b', { value: '1' })], {
      queries: [query('q', { options: { runOnDependencyChange: true }, bindings: ['components.a.value'] })],
    });
    await app.runtime.start();
    expect(app.host.calls).toEqual([]);
    app.runtime.set('b', { value: '2' });
    app.runtime.set('a', { value: '2' });
    await settle();
    expect(app.host.calls.map(call => call.values)).toEqual([['2']]);
  });
});

describe('a query that is not there', () => {
  it('is named', async () => {
    const app = testApp([
      component('Button', 'b', {}, { events: [on('onClick', 'run-query', { queryId: 'gone', queryName: 'old' })] }),
    ]);
    app.runtime.fire('b', 'onClick');
    expect(app.log()).toEqual(['b.onClick: run-query: There is no query old']);
    await expect(app.runtime.runQuery('gone')).rejects.toThrow('There is no query gone');
  });
});

describe('queries from scripts', () => {
  it('give their outcome and their data', async () => {
    const app = testApp([], {
      queries: [
        query('orders', { bindings: ['parameters.id'] }),
        query('broken', { events: [on('onDataQueryFailure', 'logout')] }),
        script(
          'all',
          `const run = await queries.orders.run({ id: 3 });
           const bad = await queries.broken.run();
           return [run.status, run.data, queries.orders.getData(), queries.orders.getRawData(),
                   queries.orders.getLoadingState(), bad.status, bad.message, Object.keys(queries)];`
        ),
      ],
      answers: { orders: call => call.values, broken: () => Promise.reject(failure) },
    });
    expect(await app.runtime.runQuery('all')).toEqual([
      'ok',
      [3],
      [3],
      [3],
      false,
      'failed',
      'no such table',
      ['orders', 'broken', 'all'],
    ]);
  });
});
