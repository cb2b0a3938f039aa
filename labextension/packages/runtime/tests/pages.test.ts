/** Pages, inputs from outside, snapshots, and what happens to an app that hung. */
import { describe, expect, it } from 'vitest';
import {
  component,
  definition,
  on,
  page,
  query,
  script,
  settle,
  testApp,
  testHost,
  type TestOptions,
} from '../src/testing';

const home = page('home', [component('TextInput', 'name', { value: 'Ada' })]);
const second = page('second', [component('Text', 'out', { text: '{{variables.who}} {{globals.urlparams.id}}' })], {
  events: [on('onPageLoad', 'show-alert', { message: 'loaded {{globals.urlparams.id}}' })],
});

function app(options: TestOptions = {}) {
  return testApp([], { pages: [home, second], ...options });
}

describe('another page', () => {
  it('replaces the components, keeps variables and queries, and loads', async () => {
    const queries = [
      query('q', { options: { runOnPageLoad: true } }),
      script('set', "actions.setVariable('who', 'Ada')"),
    ];
    const it = app({ queries, answers: { q: [1] } });
    await it.runtime.start();
    await it.runtime.runQuery('set');
    it.runtime.switchPage('second', [['id', '7']]);
    await settle();
    expect(Array.from(it.mirror.instances.keys())).toEqual(['out']);
    expect(it.mirror.page).toMatchObject({ id: 'second', handle: 'second', device: 'desktop' });
    expect(it.shown('out').props['text']).toBe('Ada 7');
    expect(it.host.calls).toHaveLength(2);
    expect(it.host.actions).toEqual([{ kind: 'alert', level: 'info', message: 'loaded 7' }]);
    it.runtime.fire('name', 'onChange');
    expect(it.log()).toEqual(['app: There is no instance name any more']);
  });

  it('is the first one when its handle is given, unless it is disabled', () => {
    expect(app({ page: 'second' }).runtime.read('page.id')).toBe('second');
    expect(app({ pages: [home, { ...second, disabled: true }], page: 'second' }).runtime.read('page.id')).toBe('home');
    expect(() => app().runtime.switchPage('nowhere')).toThrow('There is no page nowhere');
  });

  it('has variables of its own, which are there again later', () => {
    const it = app({ queries: [script('set', 'actions.setPageVariable("v", page.name)')] });
    void it.runtime.runQuery('set');
    it.runtime.switchPage('second');
    expect(it.runtime.read('page.variables.v')).toBeUndefined();
    it.runtime.switchPage('home');
    expect(it.runtime.read('page.variables.v')).toBe('home');
  });

  it('is listed with what hides it', () => {
    const it = app({ pages: [home, { ...second, icon: 'IconX', hidden: '{{globals.theme.name === "light"}}' }] });
    expect(it.mirror.page?.pages).toEqual([
      { id: 'home', name: 'home', handle: 'home', icon: null, hidden: false, disabled: false },
      { id: 'second', name: 'second', handle: 'second', icon: 'IconX', hidden: true, disabled: false },
    ]);
  });
});

describe('what comes from outside', () => {
  it('can change: globals, constants, URL parameters, device', () => {
    const it = testApp(
      [component('Unknown', 'out', { v: '{{[globals.theme.name, constants.key, globals.urlparams.a]}}' })],
      {
        constants: { key: 1 },
        urlparams: { a: 'x' },
      }
    );
    expect(it.shown('out').props['v']).toEqual(['light', 1, 'x']);
    const globals = {
      currentUser: {},
      theme: { name: 'dark' },
      environment: { name: 'production' },
      modeOf: { value: 'view' as const },
    };
    it.runtime.update({ globals });
    expect(it.shown('out').props['v']).toEqual(['dark', 1, 'x']);
    it.runtime.update({ constants: { key: 2 }, urlparams: { a: 'y' }, device: 'mobile' });
    expect(it.shown('out').props['v']).toEqual(['dark', 2, 'y']);
    expect(it.mirror.page?.device).toBe('mobile');
    expect(it.mirror.instances.size).toBe(1);
  });

  it('includes the definition, with what the viewer did kept', async () => {
    const it = app({ queries: [query('q')], answers: { q: [1] } });
    await it.runtime.runQuery('q');
    it.runtime.set('name', { value: 'Bob' });
    const more = page('home', [
      ...home.components,
      component('Text', 'new', { text: '{{components.name.value}}{{queries.q.data.length}}' }),
    ]);
    it.runtime.update({ definition: definition([more, second], [query('q')]) });
    expect(it.shown('new').props['text']).toBe('Bob1');
  });

  it('is placed only if its parent is in the file', () => {
    const it = testApp([
      component('Text', 'orphan', {}, { parent: 'gone' }),
      component('Text', 'loop', {}, { parent: 'loop' }),
      component('Tabs', 'a-b', {}),
      component('Text', 'tab', {}, { parent: 'a-b-0' }),
    ]);
    expect(Array.from(it.mirror.instances.keys())).toEqual(['a-b', 'tab']);
  });
});

describe('a snapshot', () => {
  const components = [
    component('TextInput', 'name', { value: 'Ada' }),
    component('Button', 'button'),
    component('Listview', 'list', { data: '{{queries.q.data}}' }),
    component('TextInput', 'note', {}, { parent: 'list' }),
  ];
  const queries = [
    query('q', { options: { runOnPageLoad: true } }),
    script('set', 'actions.setVariable("v", new Set([1]))'),
  ];

  async function used() {
    const it = testApp(components, { queries, answers: { q: [1, 2] } });
    await it.runtime.start();
    await it.runtime.runQuery('set');
    it.runtime.set('name', { value: 'Bob' });
    it.runtime.set('note@1', { value: 'typed' });
    it.runtime.act('button', 'setDisable', [true]);
    return it;
  }

  it('brings everything back', async () => {
    const state = structuredClone((await used()).runtime.snapshot());
    const it = testApp(components, { queries, state });
    await it.runtime.start();
    expect(it.shown('name').exposed['value']).toBe('Bob');
    expect(it.shown('note@1').exposed['value']).toBe('typed');
    expect(it.shown('button').exposed['isDisabled']).toBe(true);
    expect(it.runtime.read('[variables.v, queries.q.data]')).toEqual([[1], [1, 2]]);
    expect(it.host.calls).toEqual([]);
  });

  it('without data runs those queries again', async () => {
    const state = structuredClone((await used()).runtime.snapshot({ queryData: false }));
    expect(state.queries['q']).toEqual({ ran: true });
    const it = testApp(components, { queries, state, answers: { q: [3] } });
    await it.runtime.start();
    await settle();
    expect(it.runtime.read('queries.q.data')).toEqual([3]);
  });
});

describe('a binding that hung', () => {
  it('is named while it runs', () => {
    const it = testApp([
      component('Text', 'slow', { text: '{{[1].map(n => n)}}' }),
      component('Text', 'plain', { text: '{{1}}' }),
    ]);
    expect(it.host.marks).toEqual(['slow.text', null]);
  });

  it('is left out the next time, and the log says so', () => {
    const it = testApp([component('Text', 'slow', { text: '{{(() => { while (true); })()}}' })], {
      leftOut: ['slow.text'],
    });
    expect(it.shown('slow').props['text']).toBe('');
    expect(it.log()).toEqual(['slow.text: It did not end the last time and is left out']);
  });

  it('may be a script or a transformation', async () => {
    const it = testApp([], {
      queries: [
        script('s', 'while (true);'),
        query('t', { options: { enableTransformation: true, transformation: 'while (true);' } }),
      ],
      answers: { t: [1] },
      leftOut: ['s.code', 't.transformation'],
    });
    await it.runtime.runQuery('s');
    await it.runtime.runQuery('t');
    expect(it.runtime.read('queries.t.data')).toEqual([1]);
  });
});

describe('the end', () => {
  it('clears timers, cancels runs and says nothing more', async () => {
    const host = testHost({ q: () => new Promise(() => undefined) });
    const it = testApp(
      [component('TextInput', 'name', {}, { events: [on('onChange', 'show-alert', { message: 'x', debounce: 100 })] })],
      {
        host,
        queries: [query('q')],
      }
    );
    void it.runtime.runQuery('q');
    it.runtime.fire('name', 'onChange');
    await settle();
    it.runtime.stop();
    await host.pass(1000);
    expect(host.actions).toEqual([]);
    expect(host.cancelled).toHaveLength(1);
  });
});
