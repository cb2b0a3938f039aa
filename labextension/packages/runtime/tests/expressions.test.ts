/** Expressions of real apps: what ToolJet evaluates, this evaluates to the same value. */
import { describe, expect, it } from 'vitest';
import { component, query, script, settle, testApp, type TestApp } from '../src/testing';

/** An app with one Text whose text is an expression. */
function text(expression: string, more: Parameters<typeof testApp>[1] = {}): TestApp {
  return testApp(
    [component('Text', 'out', { text: expression }), component('TextInput', 'name', { value: 'Ada' })],
    more
  );
}

describe('a binding', () => {
  it.each([
    ['{{true}}', true],
    ['{{ 10 }}', 10],
    ["{{'a'}}", 'a'],
    ['{{null}}', null],
    ['{{[1, 2].map(n => n * 2)}}', [2, 4]],
    ['{{({a: {b: 1}})}}', { a: { b: 1 } }],
    ['{{{a: 1}}}', { a: 1 }],
    ['{{components.name.value}}', 'Ada'],
    ["{{components['name'].value}}", 'Ada'],
    ['{{components?.nobody?.value ?? "none"}}', 'none'],
    ['{{components.name.value // who}}', 'Ada'],
    ['{{\n  components.name.value\n}}', 'Ada'],
    ['{{moment(0).utc().format("YYYY-MM-DD")}}', '1970-01-01'],
    ['{{_.sum([1, 2, 3])}}', 6],
    ['{{_([3, 1]).sort().value()}}', [1, 3]],
    ['{{typeof window}}', 'undefined'],
    ['{{typeof unheardOf === "undefined" ? 1 : 2}}', 1],
    ['{{Object.keys(components).length}}', 2],
    ['{{`${components.name.value}: ${`nested }} ${1 + 1}`}`}}', 'Ada: nested }} 2'],
    ['{{/^A.a$/.test(components.name.value)}}', true],
    ['{{new Date().toISOString()}}', '2026-01-01T00:00:00.000Z'],
    ['{{Date.now()}}', Date.UTC(2026, 0, 1)],
    ['{{moment().format("YYYY")}}', '2026'],
    ['{{new Date(0) instanceof Date}}', true],
    ['{{Math.max(1, 2)}}', 2],
  ])('%s keeps its type', (expression, value) => {
    const app = testApp([
      component('Unknown', 'out', { v: expression }),
      component('TextInput', 'name', { value: 'Ada' }),
    ]);
    expect(app.shown('out').props['v']).toEqual(value);
  });

  it('in the middle of text is written into the text', () => {
    const app = text('Hello {{components.name.value}}, {{1 + 1}} {{undefined}}{{[1]}}!');
    expect(app.shown('out').props['text']).toBe('Hello Ada, 2 [1]!');
  });

  it('that is empty gives undefined and no message', () => {
    const app = text('{{}}');
    expect(app.shown('out').props['text']).toBe('');
    expect(app.log()).toEqual([]);
  });

  it('that throws gives undefined and one line in the log until it changes', () => {
    const app = text('{{components.name.value.nothing.here}}');
    expect(app.shown('out').props['text']).toBe('');
    const line = "out.text: Cannot read properties of undefined (reading 'here')";
    expect(app.log()).toEqual([line]);
    app.runtime.set('name', { value: 'Bob' });
    expect(app.log()).toEqual([line]);
  });

  it.each(['{{[object Object]}}', '{{ comcomponents.1.x }}', '{{it is broken}}', '{{ nobody.home }}'])(
    '%s, which is no JavaScript, gives undefined',
    expression => {
      const app = text(expression);
      expect(app.shown('out').props['text']).toBe('');
      expect(app.log()).toHaveLength(1);
    }
  );

  it('that is not closed gives undefined and a line in the log', () => {
    const app = text('{{components.name');
    expect(app.shown('out').props['text']).toBe('');
    expect(app.log()).toEqual(['out.text: The binding that starts at character 0 is not closed']);
  });

  it('may name a query or component by its id, with or without brackets', () => {
    const id = '6c495fad-7a17-4aac-b0ab-c4e95c1fe977';
    const named = component('TextInput', 'field', { value: 'x' }, { id });
    const app = testApp([
      named,
      component('Text', 'out', { text: `{{components.${id}.value + components?.["${id}"].value}}` }),
    ]);
    expect(app.shown('out').props['text']).toBe('xx');
  });

  it('may be a function with a body that is called at once, as charts have it', () => {
    const app = testApp([
      component('Chart', 'chart', {
        plotFromJson: '{{true}}',
        jsonDescription:
          '{{(function() {\n const count = {};\n ["a", "b", "a"].forEach(x => { count[x] = (count[x] || 0) + 1; });\n' +
          ' return { "data": [{ "labels": Object.keys(count), "values": Object.values(count) }] };\n})()}}',
      }),
    ]);
    expect(app.shown('chart').props['jsonDescription']).toEqual({ data: [{ labels: ['a', 'b'], values: [2, 1] }] });
  });

  it('in JSON text is replaced as text and then read as JSON', () => {
    const app = testApp([
      component('TextInput', 'name', { value: 'Ada' }),
      component('Table', 'table', { data: '[{"id": "{{components.name.value ?? \'\'}}"}]' }),
    ]);
    expect(app.shown('table').props['data']).toEqual([{ id: 'Ada' }]);
  });

  it('cannot assign to a component, and says what to use instead', () => {
    const app = text('{{(components.name.value = 5, components.name.value)}}');
    expect(app.shown('out').props['text']).toBe('Ada');
    expect(app.host.entries[0]).toMatchObject({ level: 'warning', source: { name: 'name' } });
  });

  it('cannot run a query or an action', () => {
    const app = text('{{queries.q.run()}}', { queries: [query('q')] });
    expect(app.host.calls).toEqual([]);
    expect(app.log()).toEqual(['out.text: queries.q cannot be run inside a binding']);
  });

  it.each(['self', 'globalThis', 'postMessage', 'importScripts', 'XMLHttpRequest', 'WebSocket', 'indexedDB'])(
    'finds no %s',
    name => {
      const app = text(`{{typeof ${name}}}`);
      expect(app.shown('out').props['text']).toBe('undefined');
    }
  );
});

describe('values that are not JSON', () => {
  it('stay alive between RunJS and bindings', async () => {
    const app = testApp([component('Text', 'out', { text: '{{queries.stats.data.ids.size}}' })], {
      queries: [
        script('stats', 'return { ids: new Set([1, 2, 2]), at: new Date(0), double: n => n * 2 }', {
          options: { runOnPageLoad: true },
        }),
      ],
    });
    await app.runtime.start();
    expect(app.shown('out').props['text']).toBe('2');
    expect(app.runtime.read('queries.stats.data.double(4)')).toBe(8);
    expect(app.runtime.read('queries.stats.data.at.getTime()')).toBe(0);
  });

  it('are sent to the renderer as plain ones', async () => {
    const app = testApp([component('Unknown', 'out', { v: '{{queries.live.data}}' })], {
      queries: [
        script(
          'live',
          'const a = { set: new Set([1]), map: new Map([["k", 2]]), at: new Date(0), f() {}, list: [() => 1] };' +
            ' a.self = a; return a;'
        ),
      ],
    });
    await app.runtime.runQuery('live');
    await settle();
    expect(app.shown('out').props['v']).toEqual({
      set: [1],
      map: { k: 2 },
      at: '1970-01-01T00:00:00.000Z',
      list: [undefined],
    });
  });

  it('include whole components and queries', async () => {
    const app = testApp([
      component('TextInput', 'name', { value: 'Ada' }),
      component('Unknown', 'out', { v: '{{components.name}}' }),
    ]);
    expect(app.shown('out').props['v']).toMatchObject({ value: 'Ada', isVisible: true, isValid: true });
    app.runtime.set('name', { value: 'Bob' });
    expect(app.shown('out').props['v']).toMatchObject({ value: 'Bob' });
  });
});
