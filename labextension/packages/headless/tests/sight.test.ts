/** The page as a viewer would find it without eyes: roles, names, states, words, in the order of the page. */
import { specs } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { gesture } from '../src/gestures';
import { sees } from '../src/sight';
import { parseHtml } from '../src/sight/parts/html';
import { markup } from '../src/sight/parts/markup';
import { sights } from '../src/sight/registry';
import { component, page, query, world } from './harness';
import { find, outline } from './outline';

it('there is a sight for every component type', () => {
  expect(Object.keys(sights).sort()).toEqual(Object.keys(specs).sort());
});

it('a page is its header, its components in their order, and its messages', async () => {
  const app = await world([
    component('TextInput', 'name', { label: 'Name', mandatory: true }),
    component('Button', 'save', { text: 'Save', disabledState: '{{!components.name.value}}', tooltip: 'Saves it' }),
    component('Text', 'gone', { text: 'Gone', visibility: false }),
    component('Text', 'hello', { text: 'Hello {{components.name.value}}!' }),
  ]);
  expect(outline(sees(app))).toBe(`banner
  heading "Test" [level=1]
main
  Name
  textbox "Name" [required]
  button "Save" [disabled] (Saves it)
  Hello !`);
  gesture(app, 'name', 'set', { value: 'Ada' });
  expect(find(sees(app), 'textbox', 'Name')?.value).toBe('Ada');
  expect(find(sees(app), 'button', 'Save')?.states).toBeUndefined();
});

it('a refused value says why, below its field and as its description', async () => {
  const app = await world([component('TextInput', 'name', { label: 'Name', mandatory: true })]);
  gesture(app, 'name', 'set', { value: 'x' });
  gesture(app, 'name', 'set', { value: '' });
  const field = find(sees(app), 'textbox', 'Name');
  expect(field?.states).toEqual({ required: true, invalid: true });
  expect(field?.description).toBe('This field cannot be empty');
  expect(find(sees(app), 'alert')?.children).toEqual(['This field cannot be empty']);
});

it('an open dialog covers the page behind it', async () => {
  const app = await world([
    component('Button', 'behind', { text: 'Behind' }),
    component('ModalV2', 'ask', { triggerButtonLabel: 'Ask', showHeader: false, showFooter: false }),
    component('Text', 'inside', { text: 'Inside' }, { parent: 'ask' }),
  ]);
  gesture(app, 'ask', 'open');
  expect(outline(sees(app))).toBe(`dialog "ask"
  Inside
  button "Close"`);
  gesture(app, 'ask', 'press', { key: 'Escape' });
  expect(find(sees(app), 'button', 'Behind')).toBeDefined();
});

it('a dialog opens although its own button is hidden', async () => {
  const app = await world([
    component('ModalV2', 'ask', { visibility: false }),
    component('Text', 'inside', { text: 'Inside' }, { parent: 'ask' }),
  ]);
  app.runtime.act('ask', 'open', []);
  expect(find(sees(app), 'dialog', 'ask')).toBeDefined();
});

it('a table tells its cells as they are written on the screen', async () => {
  const columns = [
    { id: 'a', key: 'total', name: 'Total', columnType: 'number', decimalPlaces: 2 },
    { id: 'b', key: 'day', name: 'Day', columnType: 'datepicker', dateFormat: 'DD/MM/YYYY' },
    { id: 'c', key: 'tags', name: 'Tags', columnType: 'tagsV2' },
    { id: 'd', key: 'ok', name: 'Ok', columnType: 'boolean' },
  ];
  const data = [{ total: 1234.5, day: '2026-03-01', tags: ['a', 'b'], ok: true }];
  const app = await world([
    component('Table', 'orders', { title: 'Orders', data, columns, autogenerateColumns: false }),
  ]);
  const names: unknown[] = [];
  const grid = find(sees(app), 'grid');
  const row = grid?.children[1];
  if (typeof row === 'object') for (const cell of row.children) names.push(typeof cell === 'object' ? cell.name : cell);
  expect(names).toEqual(['1,234.50', '01/03/2026', 'a b', 'Yes']);
  expect(find(sees(app), 'navigation', 'Pages')?.children).toContain('1 of 1');
});

it('what could not be loaded is said, with a way to try again', async () => {
  const app = await world([component('Table', 'orders', { data: '{{queries.rows.data}}', columns: [] })], {
    queries: [query('rows', { options: { runOnPageLoad: true } })],
    stubs: {
      rows: () => {
        throw new Error('No such table');
      },
    },
  });
  expect(find(sees(app), 'alert')).toBeDefined();
  expect(find(sees(app), 'button', 'Try again')).toBeDefined();
});

it('pages that may be chosen are in the header', async () => {
  const hidden = { ...page('secret', []), hidden: true };
  const app = await world([], { pages: [page('home', []), page('more', []), hidden] });
  const links = find(sees(app), 'navigation', 'Pages')?.children.map(link => typeof link === 'object' && link.name);
  expect(links).toEqual(['home', 'more']);
  gesture(app, '$page', 'click', { page: 'more' });
  expect(find(sees(app), 'button', 'more')?.states).toEqual({ current: true });
});

describe('foreign HTML', () => {
  it('is its words and their structure', () => {
    const seen = markup('<h2>Hi &amp; bye</h2><p>Some <b>bold</b><p>Next<ul><li>a<li>b</ul><a href="/x">there</a>');
    expect(outline({ role: 'root', children: seen })).toBe(`heading "Hi & bye" [level=2]
paragraph
  Some 
  bold
paragraph
  Next
list
  listitem
    a
  listitem
    b
link "there"`);
  });

  it('loses what runs, and keeps the words of what may not stand there', () => {
    expect(markup('<script>bad("</p>")</script><button>no</button><style>p{}</style><p hidden>x</p>')).toEqual(['no']);
  });

  it('is read to its end, however broken it is', () => {
    for (const html of ['<', '<p', '<p a="', '</p>', '<!-- x', '<ul><li', '&#x110000;&#0;', '<table><td>a<tr><td>b']) {
      expect(() => parseHtml(html)).not.toThrow();
    }
    expect(markup('<table><tr><td>a<td>b<tr><td>c</table>')).toHaveLength(1);
  });
});
