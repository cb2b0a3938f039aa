/** The runtime's host inside the worker: what it sends to the page, and what it makes of the answers. */
import { expect, it } from 'vitest';
import { createWorkerHost } from '../src/worker/host';
import type { FromWorker } from '../src/worker/messages';

function host({ careful = false } = {}) {
  const sent: FromWorker[] = [];
  return { sent, host: createWorkerHost(message => sent.push(message), { careful }) };
}

it('gives a run its answer, parsed only here', async () => {
  const { sent, host: worker } = host();
  const answer = worker.runQuery({ query: 'q', values: [1], run: 'r' });
  expect(sent).toEqual([{ type: 'call', call: 1, request: { name: 'run-query', query: 'q', values: [1], run: 'r' } }]);
  const json = new TextEncoder().encode('{"data":[{"id":1}]}').buffer;
  worker.reply({ type: 'reply', call: 1, json });
  expect(await answer).toEqual({ data: [{ id: 1 }] });
});

it('rejects with the error as the server told it', async () => {
  const { host: worker } = host();
  const answer = worker.act({ kind: 'copy', text: 'x' });
  worker.reply({ type: 'reply', call: 1, error: { code: 'Forbidden', message: 'no', detail: {} } });
  await expect(answer).rejects.toEqual({ code: 'Forbidden', message: 'no', detail: {} });
});

it('announces scripts always, bindings in a wave only when it has to be careful', () => {
  const quick = host();
  quick.host.mark?.('q1.code');
  quick.host.wave?.(true);
  quick.host.mark?.('c1.text');
  quick.host.wave?.(false);
  expect(quick.sent.map(({ type }) => type)).toEqual(['mark', 'wave', 'wave']);

  const careful = host({ careful: true });
  careful.host.wave?.(true);
  careful.host.mark?.('c1.text');
  expect(careful.sent.at(-1)).toEqual({ type: 'mark', binding: 'c1.text' });
});

it('makes UUIDs without help from a secure page', () => {
  expect(host().host.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
