/** What a person does: the same values and events as the renderer's, and a sentence where a person could not. */
import { specs, type Name } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { CannotDo, gesture, gestures, type Possible } from '../src/gestures';
import { doingsOf } from '../src/gestures/registry';
import { component, on, page, query, world, type TestWorld } from './harness';

/** Handlers that write every event of a component into `variables.story`. */
function noted(name: string, type: Name) {
  const value = `{{(variables.story ?? '') + '${name}.`;
  const { events } = specs[type];
  return {
    events: events.map(event => on(event, 'set-custom-variable', { key: 'story', value: `${value}${event} '}}` })),
  };
}

function story(app: TestWorld): unknown {
  return app.runtime.read('variables.story');
}

function refusal(app: TestWorld, target: string, kind: string, detail = {}): string {
  try {
    gesture(app, target, kind, detail);
  } catch (error) {
    if (error instanceof CannotDo) return error.message;
    throw error;
  }
  return 'was done';
}

it('every component type has its gestures, or none on purpose', () => {
  const without = Object.keys(specs).filter(type => Object.keys(doingsOf(type as Name)).length === 0);
  expect(without).toEqual(['Container', 'Divider']);
});

describe('a visit to a field', () => {
  it('is told from the focus to the end', async () => {
    const app = await world([component('TextInput', 'name', {}, noted('name', 'TextInput'))]);
    gesture(app, 'name', 'set', { value: 'Ada' });
    expect(story(app)).toBe('name.onFocus name.onChange name.onBlur ');
  });

  it('goes on until something else is used', async () => {
    const app = await world([
      component('TextInput', 'name', {}, noted('name', 'TextInput')),
      component('Button', 'save', { text: 'Save' }, noted('save', 'Button')),
    ]);
    gesture(app, 'name', 'type', { text: 'ab' });
    expect(story(app)).toBe('name.onFocus name.onChange name.onChange ');
    gesture(app, 'save', 'click');
    expect(story(app)).toBe('name.onFocus name.onChange name.onChange save.onHover name.onBlur save.onClick ');
  });

  it('says nothing where nothing is changed', async () => {
    const app = await world([component('Checkbox', 'box', { defaultValue: true }, noted('box', 'Checkbox'))]);
    gesture(app, 'box', 'set', { value: true });
    expect(story(app)).toBeUndefined();
  });

  it('takes a number out of range, and rounds what is left there', async () => {
    const app = await world([component('NumberInput', 'age', { maxValue: 9, decimalPlaces: 0 })]);
    gesture(app, 'age', 'set', { value: 50.6 });
    expect(app.runtime.read('components.age.value')).toBe(51);
    expect(app.runtime.read('components.age.isValid')).toBe(false);
  });
});

describe('what a person could not do', () => {
  const layout = [
    component('Button', 'off', { text: 'Off', disabledState: true }),
    component('Button', 'wait', { text: 'Wait', loadingState: true }),
    component('Button', 'gone', { text: 'Gone', visibility: false }),
    component('ModalV2', 'ask', { triggerButtonLabel: 'Ask' }),
    component('Button', 'inside', { text: 'Inside' }, { parent: 'ask' }),
    component('Tabs', 'tabs', {
      tabItems: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
    }),
    component('Button', 'other', { text: 'Other' }, { parent: 'tabs-b' }),
    component('DropdownV2', 'menu', { options: [{ label: 'One', value: 1 }], showClearBtn: false }),
    component('Table', 'table', { data: [{ id: 1 }] }),
    component('Listview', 'list', { data: [1, 2] }),
    component('Button', 'row', { text: 'Row' }, { parent: 'list' }),
  ];
  it.each([
    ['off', 'click', {}, 'off cannot be clicked: it is disabled'],
    ['wait', 'click', {}, 'wait cannot be clicked: it is loading'],
    ['gone', 'click', {}, 'gone cannot be clicked: it is hidden'],
    ['inside', 'click', {}, 'inside cannot be clicked: the dialog ask is closed'],
    ['other', 'click', {}, 'other cannot be clicked: the tab B of tabs is not open'],
    ['menu', 'set', { value: 2 }, 'menu cannot be set: 2 is not among its options: One'],
    ['menu', 'clear', {}, 'menu cannot be emptied: it has no button for that'],
    ['table', 'click', { row: 7 }, 'table cannot be clicked: there is no row 7: the page has 1 of them, from 0'],
    ['table', 'sort', { column: 'x' }, 'table cannot be sorted: it has no column "x"; there are: id'],
    ['tabs', 'choose', { tab: 'C' }, 'tabs cannot be chosen from: it has no tab "C"; there are: A, B'],
    ['row', 'click', {}, 'row cannot be clicked: it is in every row of a list: say which, as in row@0'],
    ['row@5', 'click', {}, 'row@5 cannot be clicked: there is no row 5'],
    ['of', 'click', {}, 'of cannot be clicked: there is no component of that name; did you mean off?'],
    ['$question', 'answer', {}, 'the question cannot be answered: nothing is asked'],
  ])('%s: %s %j', async (target, kind, detail, message) => {
    const app = await world(layout);
    expect(refusal(app, target, kind, detail)).toBe(message);
  });

  it('is what an open dialog or a question covers', async () => {
    const app = await world(
      [
        ...layout,
        component('Button', 'run', { text: 'Run' }, { events: [on('onClick', 'run-query', { queryId: 'q' })] }),
      ],
      {
        queries: [query('q', { options: { requestConfirmation: true } })],
        confirms: null,
      }
    );
    gesture(app, 'run', 'click');
    await app.rest();
    expect(refusal(app, 'run', 'click')).toBe('run cannot be clicked: a question waits for an answer');
    gesture(app, '$question', 'answer', { yes: false });
    await app.rest();
    gesture(app, 'ask', 'open');
    expect(refusal(app, 'run', 'click')).toBe('run cannot be clicked: the dialog ask is open in front of it');
    gesture(app, 'inside', 'click');
  });
});

it('a click in a row of a list is a click on the row', async () => {
  const app = await world([
    component('Listview', 'list', { data: [1, 2] }, noted('list', 'Listview')),
    component('Button', 'row', { text: 'Row' }, { parent: 'list' }),
  ]);
  gesture(app, 'row@1', 'click');
  expect(app.runtime.read('components.list.selectedRecordId')).toBe(1);
  expect(story(app)).toBe('list.onRecordClicked list.onRowClicked ');
});

it('a cell is edited by a double click, which the row hears twice', async () => {
  const columns = [{ id: 'a', key: 'name', name: 'Name', isEditable: true, minLength: 2 }];
  const app = await world([component('Table', 'table', { data: [{ name: 'Ada' }], columns }, noted('table', 'Table'))]);
  gesture(app, 'table', 'edit', { row: 0, column: 'Name', value: 'Adele' });
  expect(story(app)).toBe('table.onRowHovered table.onRowClicked table.onRowClicked table.onCellValueChanged ');
  gesture(app, 'table', 'edit', { row: 0, column: 'Name', value: 'A' });
  expect(app.runtime.read('components.table.changeSet')).toEqual({ 0: { name: 'Adele' } });
});

it('fields that a form makes tell it what they hold without being touched', async () => {
  const app = await world([
    component('Form', 'form', { generateFormFrom: 'rawJson', JSONData: { first_name: 'Ada' } }),
  ]);
  gesture(app, '$page', 'blur');
  expect(app.runtime.read('components.form.formData')).toEqual({ first_name: 'Ada' });
  gesture(app, 'form', 'set', { field: 'first_name', value: 'Grace' });
  expect(app.runtime.read('components.form.formData')).toEqual({ first_name: 'Grace' });
});

describe('what is possible', () => {
  const details: Record<string, unknown> = { text: 'x', number: 3, boolean: true, date: '2026-02-03', json: null };

  function exampleOf({ detail }: Possible): Record<string, unknown> {
    const entries = Object.entries(detail).map(([key, choice]) => {
      return [key, 'choices' in choice ? choice.choices[0] : details[choice.type]];
    });
    return Object.fromEntries(entries) as Record<string, unknown>;
  }

  function everything() {
    const types = Object.keys(specs) as Name[];
    return types.map(type => component(type, `the${type}`, type === 'Table' ? { data: [{ id: 1, ok: true }] } : {}));
  }

  it('can be done, each of it', async () => {
    const offered = gestures(await world(everything()));
    expect(offered.length).toBeGreaterThan(30);
    for (const possible of offered) {
      const app = await world(everything());
      expect(refusal(app, possible.target, possible.kind, exampleOf(possible))).toBe('was done');
    }
  });

  it('is only the answer while a question is open', async () => {
    const run = component('Button', 'run', {}, { events: [on('onClick', 'run-query', { queryId: 'q' })] });
    const app = await world([run], {
      queries: [query('q', { options: { requestConfirmation: true } })],
      confirms: null,
    });
    gesture(app, 'run', 'click');
    await app.rest();
    expect(gestures(app).map(({ target }) => target)).toEqual(['$question']);
  });

  it('names the pages beside the one that is shown', async () => {
    const app = await world([], { pages: [page('home', []), page('more', [])] });
    expect(gestures(app)).toEqual([{ target: '$page', kind: 'click', detail: { page: { choices: ['more'] } } }]);
  });
});
