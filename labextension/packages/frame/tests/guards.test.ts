/** What a host believes of a frame, and a frame of a host. */
import { describe, expect, it } from 'vitest';
import { handshake, isRemoteAction, isToFrame, isToHost } from '../src/guards';

const entry = { level: 'error', source: { kind: 'app', id: 'a', name: 'a' }, message: 'm', time: 1 };

const calling = {
  kind: 'call-python',
  callback: 'callback-1',
  component: 'save',
  event: 'onClick',
  instance: 'a',
  values: {},
  row: null,
};

describe('a host', () => {
  it.each([
    { type: 'call', call: 1, request: { name: 'run-query', query: 'q', run: 'r', values: [1, null] } },
    { type: 'call', call: 2, request: { name: 'request', method: 'GET', url: 'https://example.com', headers: {} } },
    { type: 'call', call: 3, request: { name: 'act', action: { kind: 'copy', text: 'x' } } },
    { type: 'cancel', run: 'r' },
    { type: 'shown' },
    { type: 'title', page: 'Orders', pages: 2 },
    { type: 'height', height: 300 },
    { type: 'log', entry },
    { type: 'call', call: 4, request: { name: 'act', action: calling } },
    { type: 'state', settings: [{ kind: 'component', of: 'a', key: 'value', value: 1 }], exposed: [] },
    { type: 'state', settings: [], exposed: [{ instance: 'a', exposed: {}, large: ['currentData'] }] },
    { type: 'event', component: 'a', event: 'onClick' },
    { type: 'answer', ask: 1, value: 'x' },
    { type: 'gesture', gesture: { kind: 'fire', instance: 'a', event: 'onClick' } },
    { type: 'gesture', gesture: { kind: 'state', instance: 'a', values: { value: 1 } } },
    { type: 'pong', beat: 4 },
  ])('believes $type', message => {
    expect(isToHost(message)).toBe(true);
  });

  it.each([
    [null],
    ['call'],
    [{}],
    [{ type: 'constructor' }],
    [{ type: 'call', call: 1 }],
    [{ type: 'call', call: 1, request: { name: 'fetch', url: '/api/kernels' } }],
    [{ type: 'call', call: 1, request: { name: 'toString' } }],
    [{ type: 'call', call: 1, request: { name: 'run-query', query: '', run: 'r', values: [] } }],
    [{ type: 'call', call: 1, request: { name: 'run-query', query: 'q', run: 'r', values: 'SELECT 1' } }],
    [{ type: 'call', call: 1, request: { name: 'request', method: 'GET', url: 'x'.repeat(9000), headers: {} } }],
    [{ type: 'call', call: 1, request: { name: 'request', method: 'GET', url: 'x', headers: { a: 1 } } }],
    [{ type: 'height', height: Number.POSITIVE_INFINITY }],
    [{ type: 'log', entry: { ...entry, level: 'shout' } }],
    [{ type: 'state', settings: [{ kind: 'cookie', of: 'a', key: 'b' }], exposed: [] }],
    [{ type: 'state', settings: [], exposed: [{ instance: 'a' }] }],
    [{ type: 'call', call: 4, request: { name: 'act', action: { ...calling, callback: '' } } }],
    [{ type: 'call', call: 4, request: { name: 'act', action: { ...calling, values: 'x' } } }],
    [{ type: 'event', component: 'a' }],
    [{ type: 'answer', value: 'x' }],
    [{ type: 'gesture', gesture: { kind: 'toString' } }],
    [{ type: 'gesture', gesture: { kind: 'fire', instance: '', event: 'onClick' } }],
    [{ type: 'gesture', gesture: { kind: 'set', instance: 'a', values: [1] } }],
  ])('does not believe %j', message => {
    expect(isToHost(message)).toBe(false);
  });

  it('knows no actions but the ones on its list', () => {
    expect(isRemoteAction({ kind: 'open-url', url: 'https://example.com', newTab: true })).toBe(true);
    expect(isRemoteAction({ kind: 'go-to-app', slug: 'x', query: [['a', 'b']], newTab: false })).toBe(true);
    expect(isRemoteAction({ kind: 'go-to-app', slug: 'x', query: [['a']], newTab: false })).toBe(false);
    expect(isRemoteAction({ kind: 'save', name: 'a.csv', mime: 'text/csv', content: new ArrayBuffer(2) })).toBe(true);
    expect(isRemoteAction({ kind: 'save', name: 'a.csv', mime: 'text/csv', content: { toString: 1 } })).toBe(false);
    expect(isRemoteAction({ kind: 'eval', text: 'alert(1)' })).toBe(false);
    expect(isRemoteAction({ kind: '__proto__' })).toBe(false);
  });
});

describe('a frame', () => {
  const definition = { settings: {}, pages: [], queries: [] };

  it('starts only with an app', () => {
    expect(isToFrame({ type: 'init', app: {}, globals: {}, definition })).toBe(true);
    expect(isToFrame({ type: 'init', app: {}, globals: {}, definition: { pages: [] } })).toBe(false);
    expect(isToFrame({ type: 'update', change: { theme: 'dark' } })).toBe(true);
    expect(isToFrame({ type: 'update', change: { definition: {} } })).toBe(false);
    expect(isToFrame({ type: 'reply', call: 1, json: new ArrayBuffer(0) })).toBe(true);
    expect(isToFrame({ type: 'reply', call: 1, json: '{}' })).toBe(false);
    expect(isToFrame({ type: 'settings', settings: [{ kind: 'variable', of: '', key: 'a' }] })).toBe(true);
    expect(isToFrame({ type: 'settings', settings: [{ kind: 'variable' }] })).toBe(false);
    expect(isToFrame({ type: 'ask', ask: 1, wish: { name: 'assign', component: 'a', key: 'value', value: 1 } })).toBe(
      true
    );
    expect(isToFrame({ type: 'ask', ask: 1, wish: { name: 'picture' } })).toBe(true);
    expect(isToFrame({ type: 'ask', ask: 1, wish: { name: 'constructor' } })).toBe(false);
  });

  it('hears only words of the handshake before it has a port', () => {
    expect([handshake({ tooljet: 'hello' }), handshake({ type: 'hello' }), handshake(null)]).toEqual([
      'hello',
      undefined,
      undefined,
    ]);
  });
});
