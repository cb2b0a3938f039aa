/** What a host believes of a frame, and a frame of a host. */
import { describe, expect, it } from 'vitest';
import { handshake, isRemoteAction, isToFrame, isToHost } from '../src/guards';

const entry = { level: 'error', source: { kind: 'app', id: 'a', name: 'a' }, message: 'm', time: 1 };

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
    { type: 'state', changes: [{ instance: 'a', component: 'Text', exposed: {} }] },
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
    [{ type: 'state', changes: [{ instance: 'a' }] }],
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
  });

  it('hears only words of the handshake before it has a port', () => {
    expect([handshake({ tooljet: 'hello' }), handshake({ type: 'hello' }), handshake(null)]).toEqual([
      'hello',
      undefined,
      undefined,
    ]);
  });
});
