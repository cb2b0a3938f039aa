/** What a recording host hears of a session. */
import type { RendererLink } from '@tooljet/renderer';
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../src/protocol';
import { Recorder } from '../src/recorder';

function recorded() {
  const told: Gesture[] = [];
  const done: unknown[] = [];
  const link = {
    fire: (...given: unknown[]) => done.push(given),
    set: (...given: unknown[]) => done.push(given),
    switchPage: (handle: string) => done.push(handle),
  } as unknown as RendererLink;
  return { told, done, link, recorder: new Recorder(gesture => told.push(gesture)) };
}

describe('a recorder', () => {
  it('tells what a person does and does it', () => {
    const { told, done, link, recorder } = recorded();
    const heard = recorder.heard(link);
    heard.set('status', { value: 'open' });
    heard.fire('status', 'onSelect');
    heard.switchPage('details');
    expect(done).toEqual([['status', { value: 'open' }], ['status', 'onSelect', undefined], 'details']);
    expect(told).toEqual([
      { kind: 'set', instance: 'status', values: { value: 'open' } },
      { kind: 'fire', instance: 'status', event: 'onSelect', detail: undefined },
      { kind: 'page', handle: 'details' },
    ]);
  });

  it('tells messages, and questions with their answers', async () => {
    const { told, recorder } = recorded();
    recorder.performed({ kind: 'alert', level: 'success', message: 'Saved' }, Promise.resolve());
    recorder.performed({ kind: 'confirm', message: 'Sure?' }, Promise.resolve(true));
    recorder.performed({ kind: 'copy', text: 'a secret' }, undefined);
    await Promise.resolve();
    expect(told).toEqual([
      { kind: 'alert', level: 'success', message: 'Saved' },
      { kind: 'answer', yes: true },
    ]);
  });

  it('tells the length of a list and leaves out what no test would name', () => {
    const { told, recorder } = recorded();
    const exposed = { currentPageData: [1, 2, 3], text: 'Three', long: 'x'.repeat(500), row: { id: 1 }, shown: true };
    recorder.shown([
      { instance: 'table', component: 'Table', exposed },
      { instance: 'image', component: 'Image', exposed: { row: {} } },
      { removed: 'gone' },
      { data: { instance: 'table', property: 'data', from: 0, items: [1], total: 40, fresh: true } },
    ]);
    expect(told).toEqual([
      {
        kind: 'state',
        instance: 'table',
        values: { currentPageData: { length: 3 }, text: 'Three', shown: true },
      },
      { kind: 'state', instance: 'table', values: { data: { length: 40 } } },
    ]);
  });
});
