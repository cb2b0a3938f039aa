/** An output in step with its kernel and with the other outputs of its app. */
import type { Wish } from '@tooljet/frame';
import type { Setting } from '@tooljet/runtime';
import { beforeEach, expect, test, vi } from 'vitest';
import { Kernel } from '../src/kernel';
import { Live } from '../src/live';
import type { Output } from '../src/messages';
import { NotebookModel } from './notebook';

let notebook: NotebookModel;
let live: Live;
let settled: Setting[];
let said: [string, Output][];
let work: [string[], number][];
let answer: (wish: Wish) => Promise<unknown>;

beforeEach(() => {
  notebook = new NotebookModel();
  [settled, said, work] = [[], [], []];
  answer = () => Promise.resolve('answer');
  live = new Live(new Kernel(notebook.model), {
    settle: settings => settled.push(...settings),
    ask: wish => answer(wish),
    working: (functions, waiting) => work.push([functions, waiting]),
    said: (name, output) => said.push([name, output]),
    heard: () => undefined,
  });
});

function named(value: unknown, key = 'value'): Setting {
  return { kind: 'component', of: 'name', key, value };
}

/** The name by which the kernel knows this output. */
function view(): string {
  live.say({ kind: 'here' });
  return String(notebook.sent.at(-1)?.view);
}

const calling = {
  kind: 'call-python' as const,
  callback: 'callback-1',
  component: 'save',
  event: 'onClick',
  instance: 'a',
  values: {},
  row: null,
};

test('a new output starts with what was set in the others', async () => {
  const hello = live.hello();
  const welcome = { settings: [named('Grace')], awaited: [], watched: [], kernel: 'k' };
  notebook.say({ kind: 'welcome', view: view(), ...welcome });
  await hello;
  expect(live.settings).toEqual([named('Grace')]);
  expect(settled).toEqual([named('Grace')]);
});

test('a kernel that is busy does not keep the app from starting', async () => {
  vi.useFakeTimers();
  const hello = live.hello();
  await vi.advanceTimersByTimeAsync(1500);
  await expect(hello).resolves.toBeUndefined();
  vi.useRealTimers();
});

test('what this output changed wins until the kernel has put it in order', () => {
  live.news({ settings: [named('mine')], exposed: [] });
  notebook.say({ kind: 'settings', view: 'other', number: 1, settings: [named('theirs'), named(1, 'count')] });
  expect(settled).toEqual([named(1, 'count')]);
  notebook.say({ kind: 'settings', view: view(), number: 1, settings: [] });
  notebook.say({ kind: 'settings', view: 'other', number: 2, settings: [named('later')] });
  expect(settled.at(-1)).toEqual(named('later'));
});

test('what comes from another output is not sent back', () => {
  notebook.say({ kind: 'settings', view: 'other', number: 1, settings: [named('theirs')] });
  expect(notebook.sent).toEqual([]);
});

test('with another page what was on the first is over', () => {
  live.news({ settings: [named('mine'), { kind: 'variable', of: '', key: 'v', value: 1 }], exposed: [] });
  const page: Setting = { kind: 'page', of: '', key: '', value: { handle: 'second', urlparams: {} } };
  live.news({ settings: [page], exposed: [] });
  expect(live.settings).toEqual([{ kind: 'variable', of: '', key: 'v', value: 1 }, page]);
});

test('only events that somebody waits for are told', () => {
  live.happened('save', 'onClick');
  notebook.say({ kind: 'awaited', events: ['save onClick'] });
  live.happened('save', 'onHover');
  live.happened('save', 'onClick');
  expect(notebook.sent).toMatchObject([{ kind: 'event', component: 'save', event: 'onClick' }]);
});

test('a question is answered by the output that was asked', async () => {
  const wish: Wish = { name: 'expose', component: 'rows', key: 'currentData' };
  notebook.say({ kind: 'ask', ask: 'ask-1', view: 'other', wish });
  notebook.say({ kind: 'ask', ask: 'ask-2', view: view(), wish });
  await vi.waitFor(() => expect(notebook.sent.at(-1)).toMatchObject({ kind: 'answer', id: 'ask-2', value: 'answer' }));
  answer = () => Promise.reject({ code: 'Invalid', message: 'not on the page', detail: {} });
  notebook.say({ kind: 'ask', ask: 'ask-3', view: view(), wish });
  await vi.waitFor(() => expect(notebook.sent.at(-1)).toMatchObject({ id: 'ask-3', error: 'not on the page' }));
});

test('a call resolves when the function has returned, and the work is shown meanwhile', async () => {
  const done = live.call(calling);
  const { call } = notebook.sent[0]!;
  expect(notebook.sent[0]).toMatchObject({ kind: 'callback', callback: 'callback-1', component: 'save' });
  notebook.say({ kind: 'started', view: view(), call, function: 'save()' });
  notebook.say({ kind: 'done', view: view(), call });
  await expect(done).resolves.toBeUndefined();
  expect(work).toEqual([
    [[], 1],
    [['save()'], 0],
    [[], 0],
  ]);
});

test('a function that fails fails the call', async () => {
  const failing = live.call(calling);
  notebook.say({ kind: 'done', view: view(), call: notebook.sent[0]!.call, error: 'ValueError: no' });
  await expect(failing).rejects.toThrow('ValueError: no');
});

test('when the kernel is gone every call says so, those after it too', async () => {
  const waiting = live.call(calling);
  live.gone();
  await expect(waiting).rejects.toThrow('The kernel is gone');
  await expect(live.call(calling)).rejects.toThrow('The kernel is gone');
  expect(said.map(([, output]) => output.type)).toEqual(['error', 'error']);
});

test('a notebook that has given up the connection is a kernel that is gone', async () => {
  notebook.refuse();
  await expect(live.call(calling)).rejects.toThrow('The kernel is gone');
});
