/** What a viewer sees of data that is on its way, old, missing or cut. */
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Name } from '@tooljet/schema';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lifeOf } from '../src/supply/life';
import { live, type LiveOptions } from './live';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);
beforeAll(async () => {
  // Loaded lazily in an app; here its loading is not what is tested.
  await Promise.all([import('../src/Table'), import('../src/Chart'), import('../src/Listview')]);
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 900 },
  });
});

const failure = { code: 'SourceUnreachable', message: 'The database does not answer', detail: { port: 5432 } };

/** A component over a query that the test lets answer or fail. */
async function shown(type: Name, props: LiveOptions['props'], limit?: number) {
  const state: { next: () => Promise<unknown> } = { next: () => Promise.reject(failure) };
  const it = live({ type, props, answer: () => state.next(), limit });
  render(it.view);
  const run = () =>
    act(async () => {
      await it.runtime.runQuery('rows');
    });
  return { ...it, state, run, user: userEvent.setup() };
}

const bound: [Name, LiveOptions['props']][] = [
  ['Table', { data: '{{queries.rows.data}}', title: 'Orders' }],
  ['Listview', { data: '{{queries.rows.data}}' }],
  ['Chart', { data: '{{queries.rows.data}}', type: 'bar' }],
  ['Statistics', { primaryValue: '{{queries.rows.data.length}}', primaryValueLabel: 'Rows' }],
];

describe.each(bound)('a %s', (type, props) => {
  it('whose data could not be loaded says so, and loads it when one tries again', async () => {
    const { run, state, user } = await shown(type, props);
    await run();
    expect((await screen.findByRole('alert')).textContent).toMatch(/could not be loaded/i);
    state.next = () => Promise.resolve([{ x: 1, y: 2 }]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('keeps old data and says quietly that it is old', async () => {
    const { run, state } = await shown(type, props);
    state.next = () => Promise.resolve([{ x: 1, y: 2 }]);
    await run();
    state.next = () => Promise.reject(failure);
    await run();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.body.textContent).not.toMatch(/could not be loaded/i);
  });

  it('is a skeleton only the first time, then a line says that newer data comes', async () => {
    const { state, runtime } = await shown(type, props);
    const answers: ((data: unknown) => void)[] = [];
    state.next = () => new Promise(resolve => answers.push(resolve));
    const first = act(async () => void runtime.runQuery('rows'));
    await first;
    expect(document.querySelector('.tj-Skeleton')).not.toBeNull();
    await act(async () => answers[0]?.([{ x: 1, y: 2 }]));
    await waitFor(() => expect(document.querySelector('.tj-Skeleton')).toBeNull());
    await act(async () => void runtime.runQuery('rows'));
    expect(screen.getByRole('progressbar', { name: 'Loading newer data' })).toBeTruthy();
    expect(document.querySelector('.tj-Skeleton')).toBeNull();
    state.next = () => Promise.resolve([]);
    await act(async () => answers[1]?.([{ x: 1, y: 3 }]));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('says that the server cut its data', async () => {
    const { run, state } = await shown(type, props, 1000);
    state.next = () => Promise.resolve(Array.from({ length: 1000 }, (_, x) => ({ x, y: x })));
    await run();
    expect(await screen.findByText(/the first 1,000 rows/)).toBeTruthy();
  });
});

describe('the life of data', () => {
  const supply = { fetching: false, fed: false, failure: null };

  it.each([
    ['nothing is known', {}, false, { stage: 'there', refreshing: false }],
    ['the builder says that it comes', {}, true, { stage: 'waiting', refreshing: false }],
    ['a query runs for the first time', { supply: { ...supply, fetching: true } }, false, { stage: 'waiting' }],
    ['a query runs again', { supply: { ...supply, fetching: true, fed: true } }, true, { stage: 'there', refreshing: true }], // prettier-ignore
    ['a query failed', { supply: { ...supply, failure } }, false, { stage: 'failed', refreshing: false }],
    ['a query failed after it had answered', { supply: { ...supply, fed: true, failure } }, false, { stage: 'there' }],
  ])('when %s', (_when, exposed, loadingState, life) => {
    expect(lifeOf(exposed, { has: false, loadingState })).toMatchObject(life);
  });
});
