/** The dependency graph: only what depends on a change is evaluated again, each thing once, and cycles end. */
import { describe, expect, it } from 'vitest';
import { Derived, Graph, Linked, Source } from '../src/graph';
import { component, query, settle, testApp } from '../src/testing';

describe('a derived value', () => {
  it('is computed only when read, and again only when a source changed', () => {
    const graph = new Graph();
    const source = new Source(graph, 1);
    let runs = 0;
    const double = new Derived(graph, () => (runs++, source.get() * 2));
    expect(runs).toBe(0);
    expect([double.get(), double.get(), runs]).toEqual([2, 2, 1]);
    source.set(2);
    expect(runs).toBe(1);
    expect([double.get(), runs]).toEqual([4, 2]);
  });

  it('that comes out the same does not disturb what depends on it', () => {
    const graph = new Graph();
    const source = new Source(graph, 1);
    const parity = new Derived(graph, () => source.get() % 2);
    let runs = 0;
    const text = new Derived(graph, () => (runs++, parity.get() === 1 ? 'odd' : 'even'));
    text.get();
    source.set(3);
    expect([text.get(), runs]).toEqual(['odd', 1]);
  });

  it('sees both arms of a diamond up to date, and runs once', () => {
    const graph = new Graph();
    const source = new Source(graph, 1);
    const left = new Derived(graph, () => source.get() + 1);
    const right = new Derived(graph, () => source.get() * 10);
    const seen: unknown[] = [];
    const both = new Derived(graph, () => void seen.push([left.get(), right.get()]));
    both.get();
    source.set(2);
    both.get();
    expect(seen).toEqual([
      [2, 10],
      [3, 20],
    ]);
  });

  it('forgets what it no longer reads', () => {
    const graph = new Graph();
    const which = new Source(graph, true);
    const first = new Source(graph, 'first');
    const second = new Source(graph, 'second');
    let runs = 0;
    const chosen = new Derived(graph, () => (runs++, which.get() ? first.get() : second.get()));
    chosen.get();
    which.set(false);
    expect(chosen.get()).toBe('second');
    first.set('other');
    expect([chosen.get(), runs]).toEqual(['second', 2]);
  });
});

describe('a linked value', () => {
  it('may be set, and starts again when its seed changes', () => {
    const graph = new Graph();
    const seed = new Source(graph, 'a');
    const linked = new Linked(graph, () => seed.get());
    expect(linked.get()).toBe('a');
    linked.set('typed');
    expect(linked.get()).toBe('typed');
    seed.set('b');
    expect(linked.get()).toBe('b');
    linked.set('typed');
    linked.reset();
    expect(linked.get()).toBe('b');
  });
});

describe('an app', () => {
  it('evaluates only what reads the value that changed', () => {
    const app = testApp([
      component('TextInput', 'a', { value: '1' }),
      component('TextInput', 'b', { value: '2' }),
      component('Text', 'readsA', { text: '{{components.a.value + "!".repeat(1)}}' }),
      component('Text', 'readsB', { text: '{{components.b.value + "!".repeat(1)}}' }),
    ]);
    app.host.marks.length = 0;
    app.runtime.set('a', { value: '3' });
    expect(app.shown('readsA').props['text']).toBe('3!');
    expect(app.host.marks).toEqual(['readsA.text', null]);
  });

  it('depends on one query, not on all', async () => {
    const app = testApp(
      [
        component('Text', 'one', { text: '{{queries.one.data.length + 0}}' }),
        component('Text', 'two', { text: '{{queries.two.data.length + 0}}' }),
      ],
      { queries: [query('one'), query('two')], answers: { one: [1, 2, 3], two: [] } }
    );
    app.host.marks.length = 0;
    await app.runtime.runQuery('one');
    await settle();
    expect(app.shown('one').props['text']).toBe('3');
    expect(app.host.marks).not.toContain('two.text');
  });

  it('tells a wave in one call, with every value up to date', () => {
    const app = testApp([
      component('TextInput', 'a', { value: '1' }),
      component('Text', 'b', { text: '{{components.a.value + 1}}' }),
      component('Text', 'c', { text: '{{components.b.text + components.a.value}}' }),
    ]);
    const waves: unknown[] = [];
    app.runtime.subscribe(patches => waves.push(patches))();
    const stop = app.runtime.subscribe(patches => waves.push(patches));
    waves.length = 0;
    app.runtime.set('a', { value: '5' });
    stop();
    expect(waves).toEqual([
      [
        { instance: 'a', component: 'a', exposed: { value: '5' } },
        { instance: 'b', component: 'b', props: { text: '51' }, exposed: { text: '51' } },
        { instance: 'c', component: 'c', props: { text: '515' }, exposed: { text: '515' } },
      ],
    ]);
  });

  it('breaks a cycle, names it, and goes on', () => {
    const app = testApp([
      component('Text', 'a', { text: '{{components.b.text + 1}}' }),
      component('Text', 'b', { text: '{{components.a.text + 1}}' }),
      component('Text', 'c', { text: '{{"fine".trim()}}' }),
    ]);
    expect(app.shown('a').props['text']).toBeUndefined();
    expect(app.shown('b').props['text']).toBeUndefined();
    expect(app.shown('c').props['text']).toBe('fine');
    expect(app.log()).toEqual(['app: These values depend on each other: a.text → b.text → a.text']);
  });

  it('names a value that depends on itself', () => {
    const app = testApp([component('TextInput', 'a', { value: '{{components.a.value}}' })]);
    expect(app.log()).toEqual(['app: These values depend on each other: a.value → a.value']);
  });

  it('does not see a cycle where a rule reads the value it checks', () => {
    const app = testApp([
      component('TextInput', 'a', { value: 'x', customRule: "{{components.a.value.length > 1 || 'too short'}}" }),
    ]);
    expect(app.shown('a').exposed).toMatchObject({ isValid: false });
    expect(app.log()).toEqual([]);
  });

  it('resolves deep values whole', () => {
    const app = testApp([
      component('TextInput', 'a', { value: 'Blue' }),
      component('DropdownV2', 'd', {
        options: [
          { label: '{{components.a.value}}', value: 'b', visible: { value: '{{true}}' }, disable: { value: false } },
        ],
      }),
    ]);
    app.runtime.set('a', { value: 'Navy' });
    expect(app.shown('d').exposed['options']).toMatchObject([
      { label: 'Navy', value: 'b', visible: true, disable: false },
    ]);
  });
});
