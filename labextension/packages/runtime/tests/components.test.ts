/** Components that are no fields: what they expose and what they can be told. */
import { specs } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { behaviourOf, standardActions } from '../src/behaviours';
import { component, on, query, script, settle, testApp } from '../src/testing';

describe('every component', () => {
  const actions = Object.values(specs).flatMap(spec =>
    Object.keys(spec.actions ?? {}).map(action => [spec.name, action])
  );

  it.each(actions)('%s can %s', (type = '', action = '') => {
    const own = behaviourOf(type).actions?.[action];
    expect(own ?? standardActions(specs[type as keyof typeof specs], action)).toBeTypeOf('function');
  });

  it.each(Object.keys(specs))('%s starts with the defaults of its spec and all it exposes', type => {
    const app = testApp([component(type, 'it')]);
    const spec = specs[type as keyof typeof specs];
    const { props, exposed } = app.shown('it');
    const unsent = behaviourOf(type).unsent ?? [];
    for (const key of Object.keys(spec.exposes ?? {}))
      if (!unsent.includes(key)) expect(exposed, key).toHaveProperty(key);
    for (const key of Object.keys(spec.props)) {
      if (!behaviourOf(type).dropped?.includes(key)) expect(props, key).toHaveProperty(key);
    }
    expect(app.log()).toEqual([]);
  });

  it('says when it is told something it cannot do', () => {
    const app = testApp([component('Text', 'it')]);
    app.runtime.act('it', 'fly', []);
    expect(app.log()).toEqual(['it: Text has no action fly']);
  });

  it('of an unknown type keeps its properties and what it is set', () => {
    const app = testApp([component('Globe', 'it', { spin: '{{1 + 1}}' })]);
    app.runtime.set('it', { angle: 90 });
    expect(app.shown('it')).toMatchObject({ props: { spin: 2 }, exposed: { angle: 90 } });
    expect(app.runtime.read('components.it.angle')).toBe(90);
  });
});

describe('properties', () => {
  it.each([
    ['visibility', 'false', false],
    ['visibility', '{{"false"}}', false],
    ['visibility', '{{queries.none.data}}', false],
    ['textSize', '18px', 18],
    ['textSize', '{{"20"}}', 20],
    ['textSize', 'large', 14],
    ['textSize', null, 14],
    ['text', '{{12}}', '12'],
    ['text', '{{[{a: 1}]}}', '[{"a":1}]'],
    ['textAlign', 'sideways', 'left'],
  ])('%s = %j is %j', (key, value, expected) => {
    const app = testApp([component('Text', 'it', { [key]: value })]);
    expect(app.shown('it').props[key]).toEqual(expected);
  });
});

describe('Text, Image, Link, Html', () => {
  it('show another content after an action, until its binding changes', () => {
    const app = testApp([
      component('TextInput', 'name', { value: 'a' }),
      component('Text', 'text', { text: '{{components.name.value}}' }),
      component('Image', 'image', { source: 'a.png' }),
      component('Link', 'link', { linkText: 'a' }),
      component('Html', 'html', { rawHtml: '<b>a</b>' }),
    ]);
    app.runtime.act('text', 'setText', ['set']);
    app.runtime.act('image', 'setImageURL', ['b.png']);
    app.runtime.act('link', 'setLinkText', ['b']);
    app.runtime.act('html', 'setRawHTML', ['<i>b</i>']);
    expect(app.shown('text')).toMatchObject({ props: { text: 'set' }, exposed: { text: 'set' } });
    expect(app.shown('image')).toMatchObject({ props: { source: 'b.png' }, exposed: { imageURL: 'b.png' } });
    expect(app.shown('link').props['linkText']).toBe('b');
    expect(app.shown('html').props['rawHtml']).toBe('<i>b</i>');
    app.runtime.set('name', { value: 'c' });
    expect(app.shown('text').props['text']).toBe('c');
    app.runtime.act('text', 'clear', []);
    app.runtime.act('image', 'clearImage', []);
    expect(app.runtime.read('[components.text.text, components.image.imageURL]')).toEqual(['', '']);
  });
});

describe('ModalV2', () => {
  it('opens and closes by action, from the renderer, and says so', () => {
    const app = testApp([
      component(
        'ModalV2',
        'm',
        {},
        {
          events: [on('onOpen', 'show-alert', { message: 'open' }), on('onClose', 'show-alert', { message: 'closed' })],
        }
      ),
    ]);
    app.runtime.act('m', 'open', []);
    app.runtime.act('m', 'open', []);
    expect(app.shown('m').exposed['show']).toBe(true);
    app.runtime.set('m', { show: false });
    app.runtime.fire('m', 'onClose');
    expect(app.runtime.read('components.m.show')).toBe(false);
    expect(app.host.actions.map(action => 'message' in action && action.message)).toEqual(['open', 'closed']);
    app.runtime.act('m', 'setDisableModal', [true]);
    expect(app.shown('m').exposed['isDisabledModal']).toBe(true);
  });
});

describe('Tabs', () => {
  const tabItems = [
    { id: 'a', title: 'First' },
    { id: 'b', title: 'Second', visible: { value: '{{true}}' } },
    { id: 'c', title: 'Third', visible: '{{false}}' },
  ];

  it('start at the default tab and go to another', () => {
    const app = testApp([
      component(
        'Tabs',
        't',
        { tabItems, defaultTab: 'b' },
        { events: [on('onTabSwitch', 'show-alert', { message: '{{components.t.currentTabTitle}}' })] }
      ),
    ]);
    expect(app.shown('t').exposed).toMatchObject({ currentTab: 'b', currentTabTitle: 'Second' });
    app.runtime.act('t', 'setTab', ['a']);
    app.runtime.act('t', 'setTab', ['nowhere']);
    expect(app.host.actions).toEqual([{ kind: 'alert', level: 'info', message: 'First' }]);
  });

  it('take dynamic tabs and numbers as ids', () => {
    const app = testApp([
      component('Tabs', 't', {
        useDynamicOptions: true,
        tabs: "{{[{id: 0, title: 'Zero'}, {id: 1, title: 'One'}]}}",
        defaultTab: '{{1}}',
      }),
    ]);
    expect(app.shown('t').exposed).toMatchObject({ currentTab: '1', currentTabTitle: 'One' });
    app.runtime.set('t', { currentTab: 0 });
    expect(app.runtime.read('components.t.currentTabTitle')).toBe('Zero');
  });

  it('are hidden, disabled and set waiting one by one', () => {
    const app = testApp([component('Tabs', 't', { tabItems })]);
    app.runtime.act('t', 'setTabDisable', ['b', true]);
    app.runtime.act('t', 'setTabLoading', ['b', true]);
    app.runtime.act('t', 'setTabVisibility', ['c', true]);
    expect(app.shown('t').exposed['tabs']).toMatchObject([
      { id: 'a', disable: false, loading: false, visible: true },
      { id: 'b', disable: true, loading: true, visible: true },
      { id: 'c', visible: true },
    ]);
  });
});

describe('Chart', () => {
  it('remembers the clicked point and forgets it', () => {
    const app = testApp([component('Chart', 'c', { title: 'Sales' })]);
    app.runtime.set('c', { clickedDataPoint: { xAxisLabel: 'Jan' } });
    expect(app.runtime.read('components.c.clickedDataPoint.xAxisLabel')).toBe('Jan');
    app.runtime.act('c', 'clearClickedPoint', []);
    expect(app.shown('c').exposed).toMatchObject({ chartTitle: 'Sales', clickedDataPoint: {} });
  });
});

describe('Form', () => {
  const fields = (form: Parameters<typeof component>[2], events: ReturnType<typeof on>[] = []) => [
    component('Form', 'f', form, { events }),
    component('TextInput', 'name', { mandatory: true, value: '' }, { parent: 'f' }),
    component('NumberInput', 'age', { value: 3 }, { parent: 'f' }),
    component('Text', 'title', { text: '{{components.f.formData.name}}' }, { parent: 'f-header' }),
    component('Button', 'send', {}, { parent: 'f-footer' }),
  ];

  it('speaks for the fields in it', () => {
    const app = testApp(fields({}));
    expect(app.runtime.read('components.f.formData')).toEqual({ name: '', age: 3 });
    expect(app.runtime.read('components.f.data.age.value')).toBe(3);
    expect(app.runtime.read('components.f.isValid')).toBe(false);
    app.runtime.set('name', { value: 'Ada' });
    expect(app.shown('f').exposed['isValid']).toBe(true);
    expect(app.shown('title').props['text']).toBe('Ada');
    expect(app.runtime.read('Object.keys(components.f.children)')).toEqual(['name', 'age', 'title', 'send']);
    expect(app.log()).toEqual([]);
  });

  it('is sent by its button only when it is valid, and shows what is wrong', async () => {
    const app = testApp(
      fields({ buttonToSubmit: 'send' }, [
        on('onSubmit', 'run-query', { queryId: 'save' }),
        on('onInvalid', 'show-alert', { message: 'Please fill in' }),
      ]),
      { queries: [query('save', { bindings: ['components.f.formData.name'] })], answers: { save: [] } }
    );
    app.runtime.fire('send', 'onClick');
    expect(app.host.actions).toEqual([{ kind: 'alert', level: 'info', message: 'Please fill in' }]);
    expect(app.shown('name').errors).toEqual({ value: 'This field cannot be empty' });
    app.runtime.set('name', { value: 'Ada' });
    app.runtime.fire('send', 'onClick');
    expect(app.host.calls).toMatchObject([{ query: 'save', values: ['Ada'] }]);
    await settle();
    expect(app.runtime.read('components.f.formData')).toEqual({ name: '', age: 3 });
    expect(app.shown('name').errors).toEqual({});
  });

  it('keeps what was typed when sending failed', async () => {
    const app = testApp(fields({}, [on('onSubmit', 'run-query', { queryId: 'save' })]), {
      queries: [query('save')],
      answers: { save: () => Promise.reject({ code: 'QueryFailed', message: 'no', detail: {} }) },
    });
    app.runtime.set('name', { value: 'Ada' });
    app.runtime.act('f', 'submitForm', []);
    await settle();
    expect(app.runtime.read('components.name.value')).toBe('Ada');
    app.runtime.act('f', 'resetForm', []);
    expect(app.runtime.read('components.name.value')).toBe('');
  });

  it('is sent unchecked and keeps its values when it is told so', async () => {
    const app = testApp(
      fields({ validateOnSubmit: false, resetOnSubmit: false }, [on('onSubmit', 'show-alert', { message: 'sent' })])
    );
    app.runtime.set('age', { value: 4 });
    app.runtime.act('f', 'submitForm', []);
    await settle();
    expect(app.host.actions).toMatchObject([{ message: 'sent' }]);
    expect(app.runtime.read('components.age.value')).toBe(4);
  });
});

describe('Listview', () => {
  const list = (props: Parameters<typeof component>[2] = {}, events: ReturnType<typeof on>[] = []) => [
    component('TextInput', 'suffix', { value: '!' }),
    component('Listview', 'l', { data: "{{[{n: 'a'}, {n: 'b'}, {n: 'c'}]}}", ...props }, { events }),
    component('Text', 't', { text: '{{listItem.n + components.suffix.value}}' }, { parent: 'l' }),
    component('TextInput', 'i', { value: '{{listItem.n}}' }, { parent: 'l' }),
    component(
      'Button',
      'b',
      { text: '{{components.i.value}}' },
      { parent: 'l', events: [on('onClick', 'show-alert', { message: '{{listItem.n}}{{components.i.value}}' })] }
    ),
  ];

  it('repeats its components for every row, with listItem', () => {
    const app = testApp(list());
    expect(app.shown('l').rows).toEqual({ from: 0, count: 3, total: 3 });
    expect(app.shown('t@1').props['text']).toBe('b!');
    app.runtime.set('suffix', { value: '?' });
    expect(app.shown('t@2').props['text']).toBe('c?');
  });

  it('finds the components of the same row first, in bindings and events', () => {
    const app = testApp(list());
    app.runtime.set('i@1', { value: 'typed' });
    expect(app.shown('b@1').props['text']).toBe('typed');
    expect(app.shown('b@0').props['text']).toBe('a');
    app.runtime.fire('b@1', 'onClick');
    expect(app.host.actions).toEqual([{ kind: 'alert', level: 'info', message: 'btyped' }]);
  });

  it('exposes what its rows expose, and the clicked one', () => {
    const app = testApp(
      list({}, [on('onRecordClicked', 'show-alert', { message: '{{components.l.selectedRecord.t.text}}' })])
    );
    expect(app.runtime.read('components.l.data[2].i.value')).toBe('c');
    app.runtime.set('l', { selectedRecordId: 1 });
    app.runtime.fire('l', 'onRecordClicked');
    expect(app.host.actions).toMatchObject([{ message: 'b!' }]);
    expect(app.runtime.read('components.l.selectedRowId')).toBe(1);
    app.runtime.read('components.l.children[0].i.setText("set")');
    expect(app.shown('i@0').exposed['value']).toBe('set');
  });

  it('adds and removes rows with its data, and keeps the others', async () => {
    const app = testApp(list({ data: '{{variables.rows ?? []}}' }), {
      queries: [script('set', "actions.setVariable('rows', parameters.rows.map(n => ({ n })))")],
    });
    expect(app.shown('l').rows).toEqual({ from: 0, count: 0, total: 0 });
    await app.runtime.runQuery('set', { rows: ['x', 'y'] });
    app.runtime.set('i@0', { value: 'typed' });
    await app.runtime.runQuery('set', { rows: ['x', 'y', 'z'] });
    expect(app.shown('i@0').exposed['value']).toBe('typed');
    expect(app.shown('t@2').props['text']).toBe('z!');
    await app.runtime.runQuery('set', { rows: ['x'] });
    expect(Array.from(app.mirror.instances.keys())).toEqual(['suffix', 'l', 't@0', 'i@0', 'b@0']);
  });

  it('shows one page of its rows', () => {
    const app = testApp(list({ enablePagination: true, rowsPerPage: 2 }));
    expect(app.mirror.instances.has('t@2')).toBe(false);
    app.runtime.set('l', { pageIndex: 2 });
    expect(app.shown('l').rows).toEqual({ from: 2, count: 1, total: 3 });
    expect(app.shown('t@2').props['text']).toBe('c!');
    expect(app.mirror.instances.has('t@0')).toBe(false);
  });

  it('can lie in another one', () => {
    const app = testApp([
      component('Listview', 'outer', { data: '{{[{rows: [1, 2]}, {rows: [3]}]}}' }),
      component('Listview', 'inner', { data: '{{listItem.rows}}' }, { parent: 'outer' }),
      component('Text', 't', { text: '{{listItem}}' }, { parent: 'inner' }),
    ]);
    expect(app.shown('t@0.1').props['text']).toBe('2');
    expect(app.shown('t@1.0').props['text']).toBe('3');
    expect(app.shown('inner@1').rows).toEqual({ from: 0, count: 1, total: 1 });
  });
});
