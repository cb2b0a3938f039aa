/** A recorded session on its way to the server. */
import type { Backend } from '@tooljet/frame';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewerDefinition } from '@tooljet/schema';
import { MASK } from '../src/secrets';
import { Session, type Step } from '../src/session';

const CLICK = { kind: 'fire', instance: 'save', event: 'onClick' } as const;

const changed = (): void => undefined;

function server() {
  const kept: Step[][] = [];
  let failure: unknown;
  return {
    kept,
    ended: 0,
    fail(status: number | undefined) {
      failure = status === undefined ? undefined : { code: 'x', message: 'x', detail: { status } };
    },
    addSteps(steps: Step[]) {
      if (failure) return Promise.reject(failure as Error);
      kept.push(steps);
      return Promise.resolve();
    },
    endRecording() {
      this.ended += 1;
      return Promise.resolve();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a session', () => {
  it('sends what happened in batches, in order and with its time', async () => {
    const api = server();
    let now = 1000;
    const session = new Session(api, { changed, now: () => now });
    session.heard({ kind: 'set', instance: 'note', values: { value: 'x' } });
    now = 2500;
    session.heard(CLICK);
    await vi.advanceTimersByTimeAsync(500);
    expect(api.kept).toEqual([
      [
        { kind: 'set', name: 'note', values: { value: 'x' }, seconds: 1 },
        { kind: 'fire', name: 'save', event: 'onClick', values: null, seconds: 2.5 },
      ],
    ]);
    expect(session.deeds).toBe(1);
  });

  it('counts typed letters as one step', () => {
    const session = new Session(server(), { changed });
    for (const instance of ['note', 'note', 'name', 'note'])
      session.heard({ kind: 'fire', instance, event: 'onChange' });
    session.heard({ kind: 'fire', instance: 'save', event: 'onHover' });
    session.heard(CLICK);
    session.heard(CLICK);
    expect(session.deeds).toBe(5);
  });

  it('keeps the answers of queries, also the bad ones', async () => {
    const api = server();
    const session = new Session(api, { changed });
    const rows = new TextEncoder().encode('{"data":[1]}').buffer;
    const backend = {
      runQuery: ({ query }: { query: string }) =>
        query === 'good' ? Promise.resolve(rows) : Promise.reject({ code: 'QueryFailed', message: 'no', detail: {} }),
    } as unknown as Backend;
    const watched = session.watching(backend);
    await expect(watched.runQuery({ query: 'good', values: [1], run: 'r' })).resolves.toBe(rows);
    await expect(watched.runQuery({ query: 'bad', values: [], run: 's' })).rejects.toMatchObject({ message: 'no' });
    await session.end();
    expect(api.kept.flat().map(step => [step.kind, step.name, step.values, step.reply])).toEqual([
      ['run', 'good', [1], { data: [1] }],
      ['run', 'bad', [], { error: { code: 'QueryFailed', message: 'no', detail: {} } }],
    ]);
  });

  it('keeps steps while the server does not answer', async () => {
    const api = server();
    const session = new Session(api, { changed });
    api.fail(502);
    session.heard(CLICK);
    await vi.advanceTimersByTimeAsync(500);
    expect([session.stage, api.kept.length]).toEqual(['waiting', 0]);
    api.fail(undefined);
    await vi.advanceTimersByTimeAsync(500);
    expect([session.stage, api.kept.flat().length]).toEqual(['recording', 1]);
  });

  it.each([
    [409, 'ended'],
    [404, 'ended'],
    [403, 'refused'],
    [413, 'refused'],
  ])('stops when the server says %i', async (status, stage) => {
    const api = server();
    const session = new Session(api, { changed });
    api.fail(status);
    session.heard(CLICK);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.stage).toBe(stage);
    session.heard(CLICK);
    expect(session.deeds).toBe(1);
  });

  it('is ended after its last step was sent', async () => {
    const api = server();
    const session = new Session(api, { changed });
    session.heard(CLICK);
    await session.end();
    expect([session.stage, api.kept.flat().length, api.ended]).toEqual(['ended', 1, 1]);
  });

  it('never sends what was typed into a field for secrets', async () => {
    const api = server();
    const components = [
      { id: 'c1', name: 'apiKey', props: {} },
      { id: 'c2', name: 'field2', props: { label: 'Your password' } },
      { id: 'c3', name: 'note', props: { label: 'Note' } },
    ];
    const definition = () => ({ pages: [{ components }] }) as unknown as ViewerDefinition;
    const session = new Session(api, { changed, definition });
    session.heard({ kind: 'set', instance: 'c1', values: { value: 'sk-1' } });
    session.heard({ kind: 'set', instance: 'c2', values: { value: 'h' } });
    session.heard({ kind: 'set', instance: 'c2', values: { value: 'hunter2' } });
    session.heard({ kind: 'set', instance: 'c3', values: { value: 'ring twice' } });
    session.heard({ kind: 'set', instance: 'f', values: { $made: { values: { pin: 4711, city: 'Ulm' } } } });
    session.add({ kind: 'run', name: 'login', values: ['ada', 'hunter2', 4711], reply: { data: [{ key: 'sk-1' }] } });
    await session.end();
    const sent = JSON.stringify(api.kept);
    for (const secret of ['sk-1', 'hunter2', '4711']) expect(sent).not.toContain(secret);
    expect(sent).not.toContain('"h"');
    expect(sent).toContain('ring twice');
    expect(api.kept.flat().at(-1)).toMatchObject({ values: ['ada', MASK, MASK], reply: { data: [{ key: MASK }] } });
  });
});
