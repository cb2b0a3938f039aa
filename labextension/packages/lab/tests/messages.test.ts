/** What JupyterLab understands of what pages and the server say. */
import { expect, it } from 'vitest';
import { readMessage } from '../src/messages';

it('understands what pages say and nothing else', () => {
  const said = [
    { type: 'tooljet:ready' },
    { type: 'tooljet:changed', noun: 'apps' },
    { type: 'tooljet:open-app', slug: 'orders', name: 'Orders' },
    { type: 'tooljet:changed' },
    { type: 'other' },
    'tooljet:ready',
    null,
  ];
  expect(said.map(readMessage)).toEqual([said[0], said[1], said[2], undefined, undefined, undefined, undefined]);
});
