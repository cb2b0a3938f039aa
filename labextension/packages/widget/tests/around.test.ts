/** What is said around an app: what functions printed, how the kernel and the server are. */
import { UNREACHABLE } from '@tooljet/frame';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Away } from '../src/away';
import { Presence } from '../src/presence';
import { Said } from '../src/said';
import type { Wire } from '../src/wire';
import { NotebookModel } from './notebook';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('texts of one function join, those of another begin a line', () => {
  const said = new Said();
  said.add('save', { type: 'stream', name: 'stdout', text: 'one ' });
  said.add('save', { type: 'stream', name: 'stdout', text: 'two\n' });
  said.add('load', { type: 'stream', name: 'stdout', text: 'three\n' });
  expect([...said.element.querySelectorAll('.said-text')].map(text => text.textContent)).toEqual([
    'one two\n',
    'three\n',
  ]);
});

test('an image is shown with its words', () => {
  const said = new Said();
  said.add('plot', { type: 'display', data: { 'image/png': 'AA\nBB', 'text/plain': '<Figure>' } });
  expect(said.element.querySelector('img')?.src).toBe('data:image/png;base64,AABB');
  expect(said.element.querySelector('img')?.alt).toBe('<Figure>');
});

test('an error is told by its lines, and all is gone with a click', () => {
  const said = new Said();
  said.add('save', { type: 'error', title: 'ValueError: no', lines: ['  Cell In[1], line 2', '    fail()'] });
  expect(said.element.querySelector('pre')?.textContent).toBe('ValueError: no\n  Cell In[1], line 2\n    fail()');
  said.element.querySelector('button')?.click();
  expect([said.element.hidden, said.element.querySelector('pre')]).toEqual([true, null]);
});

test('a function that prints for ever does not fill the page', () => {
  const said = new Said();
  for (let at = 0; at < 1000; at++) said.add(`f${at}`, { type: 'stream', name: 'stdout', text: 'x\n' });
  expect(said.element.querySelectorAll('.said-row')).toHaveLength(300);
});

/** A server whose answers a test decides. */
function served() {
  const server = { error: undefined as unknown };
  const wire: Wire = {
    send: () => (server.error === undefined ? Promise.resolve(new ArrayBuffer(0)) : Promise.reject(server.error)),
  };
  const on = { lost: vi.fn(), found: vi.fn() };
  return { server, on, away: new Away(wire, on) };
}

test.each([UNREACHABLE, 'Unauthenticated'])(
  'a server that answers %s is said once, and asked until it is there',
  async code => {
    const { server, on, away } = served();
    server.error = { code, message: '', detail: {} };
    await expect(away.heard.send('POST', 'queries/run')).rejects.toMatchObject({ code });
    await expect(away.heard.send('POST', 'queries/run')).rejects.toMatchObject({ code });
    await vi.advanceTimersByTimeAsync(9000);
    expect([on.lost.mock.calls.length, on.found.mock.calls.length]).toEqual([1, 0]);
    server.error = undefined;
    await vi.advanceTimersByTimeAsync(3000);
    expect(on.found).toHaveBeenCalledTimes(1);
  }
);

test('a query that fails, or a data source that is away, is not a server that is', async () => {
  const { server, on, away } = served();
  for (const code of ['QueryFailed', 'SourceUnreachable']) {
    server.error = { code, message: 'no', detail: {} };
    await expect(away.heard.send('POST', 'queries/run')).rejects.toMatchObject({ code });
  }
  expect(on.lost).not.toHaveBeenCalled();
});

/** A kernel of which the server says how it is. */
function kernel(state: string | number) {
  const answer =
    typeof state === 'number' ? new Response('', { status: state }) : Response.json({ execution_state: state });
  vi.stubGlobal('fetch', () => Promise.resolve(answer.clone()));
  const on = { gone: vi.fn(), back: vi.fn() };
  const notebook = new NotebookModel();
  const presence = new Presence(notebook.model, () => true, 'http://localhost/', on);
  presence.heard('the-kernel');
  return { on, notebook, presence };
}

test.each([
  ['busy', 0],
  ['idle', 1],
  ['restarting', 1],
  [404, 1],
])('a kernel that does not answer and of which the server says %s', async (state, gone) => {
  const { on, notebook } = kernel(state);
  notebook.happen('comm_live_update');
  await vi.advanceTimersByTimeAsync(4000);
  expect(on.gone).toHaveBeenCalledTimes(gone);
});

test('a kernel that was shut down is noticed without a word of the notebook, and its return too', async () => {
  const { on, presence } = kernel(404);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(on.gone).toHaveBeenCalledTimes(1);
  presence.heard();
  expect(on.back).toHaveBeenCalledTimes(1);
});
