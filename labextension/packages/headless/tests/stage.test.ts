/** The stage: time, chance, messages, questions and what is asked of the outside. */
import { describe, expect, it } from 'vitest';
import { component, on, query, script, world } from './harness';

const add = query('add', { options: { requestConfirmation: true, confirmationMessage: 'Really?' } });

describe('a running app without a screen', () => {
  it('loads its page with what its queries answer', async () => {
    const app = await world([component('Text', 'total', { text: '{{queries.orders.data.length}} orders' })], {
      queries: [query('orders', { options: { runOnPageLoad: true } })],
      stubs: { orders: [{ id: 1 }, { id: 2 }] },
    });
    expect(app.runtime.read('components.total.text')).toBe('2 orders');
    expect(app.asked).toMatchObject([{ kind: 'query', query: 'orders', values: [] }]);
  });

  it('has a clock that stands until it is moved', async () => {
    const later = script('later', 'setTimeout(() => actions.setVariable("late", true), 1500); return Date.now()');
    const app = await world([], { queries: [later] });
    void app.runtime.runQuery('later');
    await app.rest();
    expect(app.runtime.read('queries.later.data')).toBe(Date.UTC(2026, 0, 1, 9));
    await app.pass(1499);
    expect(app.runtime.read('variables.late')).toBe(undefined);
    await app.pass(1);
    expect(app.runtime.read('variables.late')).toBe(true);
  });

  it('shows a message for as long as a page would', async () => {
    const app = await world([], { queries: [script('hello', 'actions.showAlert("success", "Hello")')] });
    void app.runtime.runQuery('hello');
    await app.rest();
    expect(app.alerts).toEqual([{ level: 'success', message: 'Hello' }]);
    await app.pass(5000);
    expect(app.alerts).toEqual([]);
  });

  it('leaves a question open until somebody answers', async () => {
    const app = await world([], { queries: [add], confirms: null });
    void app.runtime.runQuery('add');
    expect(app.question).toBe('Really?');
    app.answer(true);
    await app.rest();
    expect(app.question).toBe(null);
    expect(app.asked).toHaveLength(1);
  });

  it('gives the same chance for the same seed', async () => {
    const dice = script('dice', 'return [Math.random(), crypto.randomUUID()]');
    const thrown = async (seed: number): Promise<unknown> => {
      const app = await world([], { queries: [dice], seed });
      void app.runtime.runQuery('dice');
      await app.rest();
      return app.runtime.read('queries.dice.data');
    };
    expect(await thrown(7)).toEqual(await thrown(7));
    expect(await thrown(7)).not.toEqual(await thrown(8));
  });

  it('asks the outside once more when an answer leads to another query', async () => {
    const events = [on('onDataQuerySuccess', 'run-query', { queryId: 'second' })];
    const app = await world([], {
      queries: [query('first', { events, options: { runOnPageLoad: true } }), query('second')],
      stubs: { first: 1, second: 2 },
    });
    expect(app.asked.map(ask => (ask.kind === 'query' ? ask.query : ask.kind))).toEqual(['first', 'second']);
    expect(app.runtime.read('queries.second.data')).toBe(2);
  });
});
