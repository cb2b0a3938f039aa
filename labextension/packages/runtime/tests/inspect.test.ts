/** Why a value is what it is: bindings, inputs and causes. */
import { describe, expect, it } from 'vitest';
import { component, on, query, script, settle, testApp } from '../src/testing';

const START = Date.UTC(2026, 0, 1);

describe('asking why', () => {
  it('tells the binding, what it read, and what happened last', async () => {
    const app = testApp(
      [
        component('TextInput', 'name'),
        component('Text', 'title', { text: 'Hello {{components.name.value}}{{variables.mark}}' }),
      ],
      {}
    );
    await app.host.pass(1000);
    app.runtime.set('name', { value: 'Ada' });
    expect(app.runtime.inspect('title.text')).toMatchObject({
      name: 'title.text',
      value: 'Hello Ada',
      binding: 'Hello {{components.name.value}}{{variables.mark}}',
      changed: { event: 'name was set', time: START + 1000 },
      inputs: [
        { name: 'name.value', value: 'Ada', isSet: true },
        { name: 'variables.mark', value: undefined },
      ],
    });
  });

  it('names the event at the start of a chain of queries', async () => {
    const chain = [on('onDataQuerySuccess', 'run-query', { queryId: 'second' })];
    const app = testApp(
      [component('Button', 'go', {}, { events: [on('onClick', 'run-query', { queryId: 'first' })] })],
      {
        queries: [query('first', { events: chain }), query('second')],
        answers: { first: 1, second: 2 },
      }
    );
    app.runtime.fire('go', 'onClick');
    await settle();
    expect(app.runtime.inspect('queries.second.data')).toMatchObject({
      value: 2,
      changed: { event: 'the answer of second, after go.onClick' },
    });
  });

  it('tells of a property without a binding, and of one that an action changed', () => {
    const app = testApp([component('Text', 'title', { text: 'Fixed' })]);
    expect(app.runtime.inspect('title.text')).toMatchObject({ value: 'Fixed', binding: 'Fixed' });
    app.runtime.act('title', 'setText', ['Changed']);
    expect(app.runtime.inspect('title.text')).toMatchObject({ value: 'Changed', isSet: true });
    expect(app.runtime.inspect('title.text').changed?.event).toBe('title.setText()');
  });

  it('names what a script changed after it waited', async () => {
    const app = testApp([], {
      queries: [script('later', 'await Promise.resolve(); await actions.setVariable("x", 1)')],
    });
    void app.runtime.runQuery('later');
    await settle();
    expect(app.runtime.inspect('variables.x').changed?.event).toBe('the code of later');
  });

  it('says when there is nothing to ask about', () => {
    const app = testApp([component('Text', 'title')]);
    expect(() => app.runtime.inspect('titel.text')).toThrow('There is nothing to ask about at titel.text');
    expect(() => app.runtime.inspect('queries.none.data')).toThrow('There is nothing');
  });

  it('stops in a circle of values', () => {
    const app = testApp([
      component('Text', 'one', { text: '{{components.two.text}}' }),
      component('Text', 'two', { text: '{{components.one.text}}' }),
    ]);
    expect(app.runtime.inspect('one.text').name).toBe('one.text');
  });
});
