/** An app in several places: what is told of it, what is taken over, and what is set from outside. */
import { describe, expect, it } from 'vitest';
import { component, on, page, testApp } from '../src/testing';
import type { Patch, Setting } from '../src/types';

/** An app whose patches are at hand. */
function followed(...given: Parameters<typeof testApp>) {
  const app = testApp(...given);
  const patches: Patch[] = [];
  app.runtime.subscribe(news => patches.push(...news));
  const news = () => app.runtime.live.news(patches.splice(0));
  return { ...app, first: news(), news };
}

const name = component('TextInput', 'name', { value: 'Ada' });
const value = (of: string, given: unknown, key = 'value'): Setting => ({ kind: 'component', of, key, value: given });

describe('what is told', () => {
  it('at first what everything exposes, and nothing that was set', () => {
    const { first } = followed([name]);
    expect(first.settings).toEqual([]);
    expect(first.exposed[0]).toMatchObject({ instance: 'name', exposed: { value: 'Ada', isValid: true }, large: [] });
  });

  it('what a person changes, once', () => {
    const { runtime, news } = followed([name]);
    runtime.set('name', { value: 'Grace' });
    expect(news().settings).toEqual(expect.arrayContaining([value('name', 'Grace')]));
    expect(news()).toEqual({ settings: [], exposed: [] });
  });

  it('what an action changes: properties, variables, the page', () => {
    const events = [
      on('onClick', 'control-component', {
        componentId: 'text',
        componentSpecificActionHandle: 'setText',
        componentSpecificActionParams: [{ handle: 'text', value: 'Bye' }],
      }),
      on('onClick', 'set-custom-variable', { key: 'n', value: '{{1}}' }),
      on('onClick', 'set-page-variable', { key: 'm', value: '{{2}}' }),
    ];
    const { runtime, news } = followed([
      component('Button', 'go', {}, { events }),
      component('Text', 'text', { text: 'Hello' }),
    ]);
    runtime.fire('go', 'onClick');
    expect(news().settings).toEqual([
      value('text', 'Bye', '@text'),
      { kind: 'variable', of: '', key: 'n', value: 1 },
      { kind: 'page-variable', of: 'home', key: 'm', value: 2 },
    ]);
  });

  it('that a value is no longer set', () => {
    const { runtime, news } = followed([
      component('Dropdown' + 'V2', 'pick', { value: '{{variables.first}}', options: [] }),
      component('TextInput', 'field', { value: '{{variables.first}}' }),
    ]);
    runtime.set('field', { value: 'mine' });
    news();
    runtime.live.adopt([{ kind: 'variable', of: '', key: 'first', value: 'theirs' }]);
    const gone = news().settings.filter(setting => setting.of === 'field' && setting.key === 'value');
    expect(gone).toEqual([{ kind: 'component', of: 'field', key: 'value' }]);
  });

  it('another page, and after that only its components', () => {
    const pages = [page('home', [name]), page('second', [component('TextInput', 'other', { value: 'x' })])];
    const { runtime, news } = followed([], { pages });
    runtime.switchPage('second', [['id', '5']]);
    const told = news();
    expect(told.settings[0]).toEqual({
      kind: 'page',
      of: '',
      key: '',
      value: { handle: 'second', urlparams: { id: '5' } },
    });
    expect(told.exposed.map(({ instance }) => instance)).toEqual(['other']);
  });

  it('not where the pointer is', () => {
    const rows = component('Table', 'rows', { data: '{{[{ id: 1 }, { id: 2 }]}}' });
    const { runtime, news } = followed([rows]);
    runtime.set('rows', { hoveredRowId: 1 });
    expect(news()).toEqual({ settings: [], exposed: [] });
  });
});

describe('long values', () => {
  const data = '{{Array.from({ length: 5000 }, (_, id) => ({ id, name: "row " + id }))}}';

  it('are named, and told when they are asked for', () => {
    const { runtime, first } = followed([component('Table', 'rows', { data })]);
    const [rows] = first.exposed;
    expect(rows?.large).toContain('currentData');
    expect(rows?.exposed).not.toHaveProperty('currentData');
    expect(runtime.live.expose('rows', 'currentData')).toHaveLength(5000);
  });

  it('are told at every change once somebody watches', () => {
    const { runtime, news } = followed([component('Table', 'rows', { data })]);
    runtime.live.watch('rows', 'currentData');
    runtime.set('rows', { searchText: 'row 4999' });
    const rows = news().exposed.find(({ instance }) => instance === 'rows');
    expect(rows?.exposed['currentData']).toEqual([{ id: 4999, name: 'row 4999' }]);
  });

  it('do not keep short ones from being told', () => {
    const { runtime, news } = followed([component('Table', 'rows', { data })]);
    runtime.set('rows', { selectedRowId: 3 });
    expect(news().exposed[0]?.exposed).toMatchObject({ selectedRow: { id: 3 }, selectedRows: [{ id: 3 }] });
  });
});

describe('what is set elsewhere', () => {
  it('is taken over, and is no news', () => {
    const { runtime, news } = followed([name]);
    runtime.live.adopt([value('name', 'Grace')]);
    expect(runtime.read('components.name.value')).toBe('Grace');
    expect(news().settings).toEqual([]);
  });

  it('does not run events: they ran where it was set', () => {
    const events = [on('onChange', 'set-custom-variable', { key: 'changed', value: '{{true}}' })];
    const { runtime } = followed([component('TextInput', 'name', {}, { events })]);
    runtime.live.adopt([value('name', 'Grace')]);
    expect(runtime.read('variables.changed')).toBeUndefined();
  });

  it('goes back to what the app says when it is given up', () => {
    const { runtime } = followed([name]);
    runtime.live.adopt([value('name', 'Grace')]);
    runtime.live.adopt([{ kind: 'component', of: 'name', key: 'value' }]);
    expect(runtime.read('components.name.value')).toBe('Ada');
  });

  it('opens the other page and sets what is on it', () => {
    const pages = [page('home', [name]), page('second', [component('TextInput', 'other', { value: 'x' })])];
    const { runtime, news } = followed([], { pages });
    const open: Setting = { kind: 'page', of: '', key: '', value: { handle: 'second', urlparams: { id: '5' } } };
    runtime.live.adopt([open, value('other', 'y')]);
    expect(runtime.read('[page.handle, globals.urlparams.id, components.other.value]')).toEqual(['second', '5', 'y']);
    expect(news().settings).toEqual([]);
  });

  it('of a component that is not here is passed over', () => {
    const { runtime } = followed([name]);
    expect(() => runtime.live.adopt([value('gone', 1)])).not.toThrow();
  });
});

describe('setting a value from outside', () => {
  const changed = (event: string) => on(event, 'set-custom-variable', { key: 'said', value: event });
  const options = [
    { label: 'Open', value: 'open' },
    { label: 'Paid', value: 'paid' },
  ];

  it.each([
    [component('TextInput', 'c', {}, { events: [changed('onChange')] }), 'value', 'x', 'x', 'onChange'],
    [
      component('NumberInput', 'c', { decimalPlaces: 1 }, { events: [changed('onChange')] }),
      'value',
      2.34,
      2.3,
      'onChange',
    ],
    [component('Checkbox', 'c', {}, { events: [changed('onChange')] }), 'value', true, true, 'onChange'],
    [component('DropdownV2', 'c', { options }, { events: [changed('onSelect')] }), 'value', 'paid', 'paid', 'onSelect'],
    [
      component('MultiselectV2', 'c', { options }, { events: [changed('onSelect')] }),
      'values',
      ['paid'],
      ['paid'],
      'onSelect',
    ],
    [
      component('DatePickerV2', 'c', {}, { events: [changed('onSelect')] }),
      'value',
      '02/01/2026',
      '02/01/2026',
      'onSelect',
    ],
    [component('ModalV2', 'c', {}, { events: [changed('onOpen')] }), 'show', true, true, 'onOpen'],
    [
      component('Table', 'c', { data: '{{[{ id: 1 }]}}' }, { events: [changed('onSearch')] }),
      'searchText',
      'a',
      'a',
      'onSearch',
    ],
    [
      component('Table', 'c', { data: '{{[{ id: 1 }]}}' }, { events: [changed('onRowClicked')] }),
      'selectedRowId',
      0,
      0,
      'onRowClicked',
    ],
    [component('Text', 'c', { text: 'a' }), 'text', 'b', 'b', undefined],
    [component('Button', 'c', {}), 'isDisabled', true, true, undefined],
  ])('does what a person or an action would: %#', (given, key, set, expected, event) => {
    const { runtime } = followed([given]);
    expect(runtime.live.assign('c', key, set)).toEqual(expected);
    expect(runtime.read('variables.said')).toBe(event);
  });

  it('says nothing where nothing changes', () => {
    const { runtime } = followed([component('TextInput', 'c', { value: 'x' }, { events: [changed('onChange')] })]);
    runtime.live.assign('c', 'value', 'x');
    expect(runtime.read('variables.said')).toBeUndefined();
  });

  it('refuses what follows from other values, and what is not there', () => {
    const { runtime } = followed([name]);
    expect(() => runtime.live.assign('name', 'isValid', true)).toThrow('name.isValid follows from other values');
    expect(() => runtime.live.assign('gone', 'value', 1)).toThrow('not on the page');
  });
});

describe('a call of a Python function', () => {
  it('tells the row and the short values', () => {
    const events = [on('onRowClicked', 'call-python', { callback: 'callback-1' })];
    const rows = component('Table', 'rows', { data: '{{[{ id: 1 }, { id: 2 }]}}' }, { events });
    const { runtime, host } = testApp([rows]);
    runtime.set('rows', { selectedRowId: 1 });
    runtime.fire('rows', 'onRowClicked', { rowData: { id: 2 } });
    expect(host.actions).toMatchObject([
      { kind: 'call-python', callback: 'callback-1', component: 'rows', event: 'onRowClicked', row: { id: 2 } },
    ]);
    expect(host.actions[0]).not.toHaveProperty('values.currentData');
  });
});
