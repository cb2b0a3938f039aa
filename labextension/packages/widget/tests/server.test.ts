/** An unsaved app and the server: each query travels whole, and nothing else does. */
import { expect, test } from 'vitest';
import type { Query } from '@tooljet/schema';
import { Server } from '../src/server';
import type { Wire } from '../src/wire';
import { NotebookModel } from './notebook';

const QUERY: Query = {
  id: 'q1',
  name: 'orders',
  kind: 'sqlite',
  source: 's1',
  options: { mode: 'sql', query: 'SELECT {{components.status.value}}' },
  events: [],
};

function served(answer: unknown): { wire: Wire; asked: unknown[] } {
  const asked: unknown[] = [];
  const wire: Wire = {
    send: async (method, path, body) => {
      asked.push([method, path, body]);
      return new TextEncoder().encode(JSON.stringify(answer)).buffer;
    },
  };
  return { wire, asked };
}

test('a query is sent with its options and one value per binding', async () => {
  const { wire, asked } = served({ data: [] });
  const { model } = new NotebookModel({ definition: { queries: [QUERY] } });
  const reply = await new Server(wire, model).runQuery({ query: 'q1', values: ['open'], run: 'r1' });
  expect(new TextDecoder().decode(reply)).toBe('{"data":[]}');
  const { source, kind, options } = QUERY;
  expect(asked).toEqual([['POST', 'queries/run', { source, kind, options, values: ['open'], run: 'r1' }]]);
});

test('a query the app does not have is not asked for', async () => {
  const { wire, asked } = served({});
  const { model } = new NotebookModel({ definition: { queries: [QUERY] } });
  await expect(new Server(wire, model).runQuery({ query: 'other', values: [], run: 'r1' })).rejects.toThrow(
    'The app has no such query.'
  );
  expect(asked).toEqual([]);
});

test('the server checks the definition that the kernel composed', async () => {
  const { wire, asked } = served({ definition: {}, constants: {} });
  const definition = { queries: [QUERY] };
  await new Server(wire, new NotebookModel({ definition }).model).preview();
  expect(asked).toEqual([['POST', 'apps/preview', { name: 'Orders', definition }]]);
});

test('a cancelled run is cancelled on the server too', () => {
  const { wire, asked } = served({});
  new Server(wire, new NotebookModel().model).cancelRun('r/1');
  expect(asked).toEqual([['DELETE', 'runs/r%2F1', undefined]]);
});

test('only a saved app can ask other servers', async () => {
  const { wire, asked } = served({ status: 200 });
  const call = { method: 'GET', url: 'https://example.com', headers: {}, body: null };
  await expect(new Server(wire, new NotebookModel().model).request(call)).rejects.toThrow('Save the app first');
  const saved = new NotebookModel({ link: 'tooljet/apps/orders?version=7' });
  await new Server(wire, saved.model).request(call);
  expect(asked).toEqual([['POST', 'apps/orders/request', { ...call, version: '7' }]]);
});
