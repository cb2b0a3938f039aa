/** The state of a shown app: what a wave changes, and who hears of it. */
import type { PageState } from '@tooljet/runtime';
import { describe, expect, it } from 'vitest';
import { PAGE, Store } from '../src/store';

const page = (id: string): PageState => ({ id, name: id, handle: id, device: 'desktop', background: '', pages: [] });

function listened(store: Store, ...keys: string[]): string[] {
  const heard: string[] = [];
  for (const key of keys) store.listen(key, () => heard.push(key));
  return heard;
}

describe('a wave of patches', () => {
  it('reaches only the listeners of what changed, each once', () => {
    const store = new Store();
    const heard = listened(store, 'a', 'b', PAGE);
    store.take([
      { instance: 'a', component: 'Text', props: { text: 'one' } },
      { instance: 'a', component: 'Text', exposed: { text: 'one' } },
    ]);
    expect(heard).toEqual(['a']);
    expect(store.instance('a')).toEqual({
      component: 'Text',
      props: { text: 'one' },
      exposed: { text: 'one' },
      errors: {},
      cells: {},
    });
  });

  it('keeps what it does not mention, and takes an error away again', () => {
    const store = new Store();
    store.take([
      { instance: 'a', component: 'TextInput', props: { label: 'Name', value: '' }, errors: { value: 'Required' } },
    ]);
    store.take([{ instance: 'a', component: 'TextInput', props: { value: 'x' }, errors: {} }]);
    expect(store.instance('a')).toMatchObject({ props: { label: 'Name', value: 'x' }, errors: {} });
  });

  it('forgets the instances of the page before', () => {
    const store = new Store();
    store.take([
      { page: page('one'), fresh: true },
      { instance: 'a', component: 'Text', props: {} },
    ]);
    const heard = listened(store, 'a', PAGE);
    store.take([{ page: page('two'), fresh: true }]);
    expect([store.instance('a'), heard]).toEqual([undefined, [PAGE, 'a']]);
  });

  it('keeps the instances when only the look of the page changed', () => {
    const store = new Store();
    store.take([
      { page: page('one'), fresh: true },
      { instance: 'a', component: 'Text', props: {} },
    ]);
    store.take([{ page: { ...page('one'), background: '#fff' }, fresh: false }]);
    expect(store.instance('a')?.component).toBe('Text');
  });

  it('joins a long list that comes in parts', () => {
    const store = new Store();
    const part = (from: number, items: unknown[], fresh: boolean) => ({
      data: { instance: 't', property: 'data', from, items, total: 3, fresh },
    });
    store.take([part(0, [1, 2], true)]);
    store.take([part(2, [3], false)]);
    expect(store.instance('t')?.props).toEqual({ data: [1, 2, 3] });
    store.take([part(1, ['two'], false)]);
    expect(store.instance('t')?.props).toEqual({ data: [1, 'two', 3] });
    store.take([part(0, [9], true)]);
    expect(store.instance('t')?.props).toEqual({ data: [9] });
  });

  it('brings the cells of the rows in sight, column by column', () => {
    const store = new Store();
    store.take([{ cells: { instance: 't', column: 'total', values: [{ row: 0, textColor: 'red' }] } }]);
    store.take([{ cells: { instance: 't', column: 'state', values: [{ row: 1, textColor: 'blue' }] } }]);
    store.take([{ cells: { instance: 't', column: 'total', values: [{ row: 5, textColor: 'green' }] } }]);
    const cells = store.instance('t')?.cells ?? {};
    expect(Object.entries(cells).map(([column, rows]) => [column, ...rows.keys()])).toEqual([
      ['total', 5],
      ['state', 1],
    ]);
  });
});
