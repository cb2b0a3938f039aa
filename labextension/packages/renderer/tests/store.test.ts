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
    expect(store.instance('a')).toEqual({ component: 'Text', props: { text: 'one' }, exposed: { text: 'one' }, errors: {}, cells: {} });
  });

  it('keeps what it does not mention, and takes an error away again', () => {
    const store = new Store();
    store.take([{ instance: 'a', component: 'TextInput', props: { label: 'Name', value: '' }, errors: { value: 'Required' } }]);
    store.take([{ instance: 'a', component: 'TextInput', props: { value: 'x' }, errors: {} }]);
    expect(store.instance('a')).toMatchObject({ props: { label: 'Name', value: 'x' }, errors: {} });
  });

  it('forgets the instances of the page before', () => {
    const store = new Store();
    store.take([{ page: page('one') }, { instance: 'a', component: 'Text', props: {} }]);
    const heard = listened(store, 'a', PAGE);
    store.take([{ page: page('two') }]);
    expect([store.instance('a'), heard]).toEqual([undefined, ['a', PAGE]]);
  });

  it('keeps the instances when only the look of the page changed', () => {
    const store = new Store();
    store.take([{ page: page('one') }, { instance: 'a', component: 'Text', props: {} }]);
    store.take([{ page: { ...page('one'), background: '#fff' } }]);
    expect(store.instance('a')?.component).toBe('Text');
  });

  it('joins a long list that comes in parts', () => {
    const store = new Store();
    const part = (from: number, items: unknown[]) => ({ data: { instance: 't', property: 'data', from, items, total: 3 } });
    store.take([part(0, [1, 2])]);
    store.take([part(2, [3])]);
    expect(store.instance('t')?.props).toEqual({ data: [1, 2, 3], dataArriving: false });
    store.take([part(0, [9])]);
    expect(store.instance('t')?.props).toEqual({ data: [9], dataArriving: true });
  });

  it('joins the values of single cells', () => {
    const store = new Store();
    store.take([{ cells: { instance: 't', column: 'total', values: [{ row: 0, textColor: 'red' }] } }]);
    store.take([{ cells: { instance: 't', column: 'total', values: [{ row: 5, textColor: 'green' }] } }]);
    expect([...(store.instance('t')?.cells.total?.keys() ?? [])]).toEqual([0, 5]);
  });
});
