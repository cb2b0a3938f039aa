/** Event handlers: their order, their conditions, and each of the actions. */
import type { Event } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { component, on, page, query, settle, testApp, type TestApp, type TestOptions } from '../src/testing';

/** An app with a button whose click has these handlers, clicked once. */
function clicked(events: Event[], options: TestOptions = {}): TestApp {
  const app = testApp(
    [
      component('Button', 'b', {}, { events }),
      component('TextInput', 'name', { value: 'Ada' }),
      component('ModalV2', 'modal'),
      component('Table', 'table', { data: '{{[1,2,3].map(id => ({ id }))}}', rowsPerPage: 1 }),
    ],
    options
  );
  app.runtime.fire('b', 'onClick');
  return app;
}

function messages(app: TestApp): unknown[] {
  return app.host.actions.map(action => ('message' in action ? action.message : action.kind));
}

const click = (action: string, options: Record<string, unknown> = {}): Event => on('onClick', action, options);

describe('handlers', () => {
  it('run in list order, and only those of the event', () => {
    const app = clicked([
      click('show-alert', { message: 'one' }),
      on('onHover', 'show-alert', { message: 'other' }),
      click('show-alert', { message: 'two' }),
    ]);
    expect(messages(app)).toEqual(['one', 'two']);
  });

  it('see what the handlers before them did', () => {
    const app = clicked([
      click('set-custom-variable', { key: 'n', value: '{{40 + 2}}' }),
      click('show-alert', { message: '{{variables.n}}', runOnlyIf: '{{variables.n === 42}}' }),
    ]);
    expect(messages(app)).toEqual(['42']);
  });

  it.each([
    ['{{components.name.value === "Ada"}}', true],
    ['{{false}}', false],
    ['{{nobody.home}}', false],
    ['', true],
    [false, false],
    ['true', true],
  ])('run only if %j', (runOnlyIf, runs) => {
    expect(messages(clicked([click('show-alert', { message: 'x', runOnlyIf })]))).toEqual(runs ? ['x'] : []);
  });

  it('wait for their debounce, and only the last one runs', async () => {
    const app = clicked([click('show-alert', { message: '{{components.name.value}}', debounce: '300' })]);
    await app.host.pass(200);
    app.runtime.set('name', { value: 'Bob' });
    app.runtime.fire('b', 'onClick');
    await app.host.pass(299);
    expect(messages(app)).toEqual([]);
    await app.host.pass(1);
    expect(messages(app)).toEqual(['Bob']);
  });

  it('that fail are in the log, and the next ones run', () => {
    const app = clicked([
      click('show-modal', { modal: 'gone' }),
      click('dance'),
      click('show-alert', { message: 'still here' }),
    ]);
    expect(app.log()).toEqual([
      'b.onClick: show-modal: There is no component gone on this page',
      'b.onClick: dance: There is no action dance',
    ]);
    expect(messages(app)).toEqual(['still here']);
  });

  it('of a Table know their column or button and its row', () => {
    const events = [
      on('onClick', 'show-alert', { ref: 'edit', message: 'edit {{rowData.id}}' }),
      on('onClick', 'show-alert', { ref: 'delete', message: 'delete {{rowData.id}}' }),
    ];
    const app = testApp([component('Table', 't', {}, { events })]);
    app.runtime.fire('t', 'onClick', { ref: 'delete', rowData: { id: 7 } });
    expect(messages(app)).toEqual(['delete 7']);
  });
});

describe('actions', () => {
  it.each([
    [
      'show-alert',
      { message: 'Hi {{components.name.value}}', alertType: 'danger' },
      { kind: 'alert', level: 'error', message: 'Hi Ada' },
    ],
    ['copy-to-clipboard', { contentToCopy: '{{[1]}}' }, { kind: 'copy', text: '[1]' }],
    [
      'set-localstorage-value',
      { key: 'k', value: '{{({ a: 1 })}}' },
      { kind: 'set-localstorage', key: 'k', value: { a: 1 } },
    ],
    [
      'open-webpage',
      { url: 'https://x.example.com/{{1}}' },
      { kind: 'open-url', url: 'https://x.example.com/1', newTab: true },
    ],
    ['open-webpage', { url: '/a', windowTarget: 'currentTab' }, { kind: 'open-url', url: '/a', newTab: false }],
    [
      'go-to-app',
      {
        slug: 'crm',
        queryParams: [
          ['id', '{{5}}'],
          ['', ''],
        ],
        openInNewTab: '{{true}}',
      },
      { kind: 'go-to-app', slug: 'crm', query: [['id', '5']], newTab: true },
    ],
    [
      'generate-file',
      { fileType: 'csv', fileName: 'out', data: '{{[{ a: new Set([1]) }]}}' },
      { kind: 'download', name: 'out', type: 'csv', data: [{ a: [1] }] },
    ],
    ['logout', {}, { kind: 'logout' }],
    ['toggle-app-mode', { appMode: 'dark' }, { kind: 'set-mode', mode: 'dark' }],
    [
      'call-python',
      { callback: 'save' },
      {
        kind: 'call-python',
        callback: 'save',
        component: 'b',
        event: 'onClick',
        instance: 'b',
        values: { buttonText: 'Button', isVisible: true, isDisabled: false, isLoading: false },
        row: null,
      },
    ],
    [
      'scroll-component-into-view',
      { componentId: 'table', scrollBehavior: 'smooth', scrollBlock: 'center' },
      { kind: 'scroll', instance: 'table', behavior: 'smooth', block: 'center' },
    ],
  ])('%s asks the host', (action, options, expected) => {
    expect(clicked([click(action, options)]).host.actions).toEqual([expected]);
  });

  it('show-modal and close-modal, by id or name', () => {
    const app = clicked([click('show-modal', { modal: 'modal' })]);
    expect(app.runtime.read('components.modal.show')).toBe(true);
    expect(
      clicked([click('show-modal', { modal: 'modal' }), click('close-modal', { modal: 'modal' })]).runtime.read(
        'components.modal.show'
      )
    ).toBe(false);
  });

  it('control-component with its parameters by their handles', () => {
    const app = clicked([
      click('control-component', {
        componentId: 'name',
        componentSpecificActionHandle: 'setText',
        componentSpecificActionParams: [{ handle: 'text', displayName: 'Text', value: 'Grace {{1}}' }],
      }),
    ]);
    expect(app.runtime.read('components.name.value')).toBe('Grace 1');
  });

  it('set-table-page', () => {
    const app = clicked([click('set-table-page', { table: 'table', pageIndex: '{{2}}' })]);
    expect(app.runtime.read('[components.table.pageIndex, components.table.currentPageData]')).toEqual([
      2,
      [{ id: 2 }],
    ]);
  });

  it('run-query by id, else by name, and reset-query', async () => {
    const app = clicked(
      [
        click('run-query', { queryId: 'q1', queryName: 'stale' }),
        click('run-query', { queryId: 'lost', queryName: 'two' }),
      ],
      {
        queries: [query('one', { id: 'q1' }), query('two', { id: 'q2' })],
        answers: { q1: 'first', q2: 'second' },
      }
    );
    await settle();
    expect(app.host.calls.map(call => call.query)).toEqual(['q1', 'q2']);
    expect(app.runtime.read('queries.two.data')).toBe('second');
  });

  it('reset-query', async () => {
    const app = clicked([click('reset-query', { queryId: 'q' })], { queries: [query('q')], answers: { q: [1] } });
    await app.runtime.runQuery('q');
    app.runtime.fire('b', 'onClick');
    expect(app.runtime.read('queries.q.data')).toEqual([]);
  });

  it('variables of the app and of the page, one and all', () => {
    const app = clicked([
      click('set-custom-variable', { key: 'a', value: '{{[1]}}' }),
      click('set-custom-variable', { key: 'b', value: 'text' }),
      click('set-page-variable', { key: 'p', value: '{{1}}' }),
      click('set-page-variable', { key: 'q', value: '{{2}}' }),
      click('unset-custom-variable', { key: 'b' }),
      click('unset-page-variable', { key: 'q' }),
    ]);
    expect(app.runtime.read('[variables, page.variables].map(v => ({ ...v }))')).toEqual([{ a: [1] }, { p: 1 }]);
    const empty = clicked([
      click('set-custom-variable', { key: 'a', value: '1' }),
      click('set-page-variable', { key: 'p', value: '1' }),
      click('unset-all-custom-variables'),
      click('unset-all-page-variables'),
    ]);
    expect(empty.runtime.read('[variables, page.variables].map(v => Object.keys(v).length)')).toEqual([0, 0]);
  });

  it('switch-page refuses a page that is disabled or hidden', () => {
    const pages = (more: object) => [
      page('home', [
        component(
          'Button',
          'b',
          {},
          { events: [click('switch-page', { pageId: 'p2', queryParams: [['id', '{{3}}']] })] }
        ),
      ]),
      page('second', [], { id: 'p2', ...more }),
    ];
    for (const more of [{ disabled: true }, { hidden: '{{true}}' }]) {
      const app = clicked([], { pages: pages(more) });
      expect([app.runtime.read('page.handle'), messages(app)]).toEqual(['home', ['The page second cannot be opened']]);
    }
    const app = clicked([], { pages: pages({}) });
    expect(app.runtime.read('[page.id, page.handle, globals.urlparams]')).toMatchObject(['p2', 'second', { id: '3' }]);
    expect(app.host.actions).toEqual([{ kind: 'open-page', page: 'p2', handle: 'second', query: [['id', '3']] }]);
  });
});
