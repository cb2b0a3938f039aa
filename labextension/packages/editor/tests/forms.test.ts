/** What a form asks for, fills in, refuses and sends back. */
import { describe, expect, it } from 'vitest';
import { readField, readPlugin, type Field } from '../src/forms/fields';
import { added, changed, entriesOf, groupsOf, pairsOf, stored } from '../src/forms/entries';
import {
  chooseOperation,
  isMasked,
  isShown,
  MASK,
  operationOf,
  problems,
  read,
  sections,
  withDefaults,
  write,
} from '../src/forms/values';

const field = (key: string, more: Record<string, unknown> = {}): Field => readField({ key, label: key, ...more });

const ssl = field('ssl', { widget: 'toggle', default: true, section: 'SSL' });
const certificate = field('certificate', { widget: 'select', default: 'none', section: 'SSL', when: { ssl: true } });
const key = field('key', { secret: true, required: true, section: 'SSL', when: { certificate: ['own', 'ca'] } });
const host = field('host', { required: true, default: 'localhost' });
const port = field('port', { widget: 'number', required: true, default: 5432 });
const form = [host, ssl, certificate, key, port];

describe('values', () => {
  it('reads and writes inside of nested objects without changing what was there', () => {
    const before = { list_rows: { limit: '5' } };
    const after = write(before, 'list_rows.order.column', 'id');
    expect(after).toEqual({ list_rows: { limit: '5', order: { column: 'id' } } });
    expect(before).toEqual({ list_rows: { limit: '5' } });
    expect([
      read(after, 'list_rows.order.column'),
      read(after, 'list_rows.x.y'),
      read(after, 'constructor.name'),
    ]).toEqual(['id', undefined, undefined]);
  });

  it('fills defaults where nothing was chosen, and leaves false, 0 and empty text alone', () => {
    expect(withDefaults(form, { host: '', ssl: false, port: 0 })).toEqual({
      host: '',
      ssl: false,
      port: 0,
      certificate: 'none',
    });
  });
});

describe('conditions', () => {
  it('hide a field whose own condition, or that of the field it depends on, does not hold', () => {
    const shown = (options: Record<string, unknown>) => isShown(key, form, options);
    expect([
      shown({ certificate: 'own' }),
      shown({ certificate: 'none' }),
      shown({ ssl: false, certificate: 'own' }),
    ]).toEqual([true, false, false]);
  });

  it('see the default of a field that nobody touched', () => {
    expect(isShown(certificate, form, {})).toBe(true);
  });

  it('leave out a section with nothing in it', () => {
    const names = (options: Record<string, unknown>) =>
      sections(form, options).map(({ title, fields }) => [title, fields.map(item => item.key)]);
    expect(names({ ssl: false })).toEqual([
      ['', ['host', 'port']],
      ['SSL', ['ssl']],
    ]);
    expect(names({ certificate: 'ca' })[1]).toEqual(['SSL', ['ssl', 'certificate', 'key']]);
  });
});

describe('validation', () => {
  it('names every field that is missing or wrong, and only those that are shown', () => {
    expect(problems(form, { host: '', port: 'many' })).toEqual({ host: 'is required', port: 'must be a number' });
    expect(problems(form, { certificate: 'own' })).toEqual({ key: 'is required' });
  });

  it('lets a constant stand where a number is wanted', () => {
    expect(problems(form, { port: '{{constants.port}}' })).toEqual({});
  });

  it('takes a mask for a value that is there', () => {
    expect(problems(form, { certificate: 'own', key: MASK })).toEqual({});
    expect([isMasked(MASK), isMasked('secret')]).toEqual([true, false]);
  });
});

describe('operations', () => {
  const plugin = readPlugin({
    kind: 'postgresql',
    title: 'PostgreSQL',
    category: 'database',
    docs: '',
    static: false,
    connection: [],
    operations: {
      sql: { title: 'SQL', when: { mode: ['sql', ''] }, fields: [] },
      list_rows: { title: 'List rows', when: { mode: 'gui', operation: 'list_rows' }, fields: [] },
      plain: { title: 'Plain', fields: [] },
    },
  });

  it('are chosen by the options as the server chooses them', () => {
    expect(
      [{}, { mode: 'gui', operation: 'list_rows' }, { mode: 'x', operation: 'plain' }].map(options =>
        operationOf(plugin, options)
      )
    ).toEqual(['sql', 'list_rows', 'plain']);
  });

  it('write their conditions into the options and keep what was filled in', () => {
    expect(chooseOperation(plugin, { query: 'SELECT 1' }, 'list_rows')).toEqual({
      query: 'SELECT 1',
      mode: 'gui',
      operation: 'list_rows',
    });
    expect(chooseOperation(plugin, { mode: 'gui' }, 'sql')).toEqual({ mode: 'sql' });
    expect(chooseOperation(plugin, {}, 'plain')).toEqual({ operation: 'plain' });
  });
});

describe('lists', () => {
  it('keep the order of their entries, whatever their ids are', () => {
    const entries = [
      { id: 'b', column: 'total' },
      { id: '1', column: 'id' },
    ];
    expect(entriesOf(stored(entries)).map(entry => entry.column)).toEqual(['total', 'id']);
  });

  it('add and change one entry', () => {
    const entries = added([{ id: 'a', column: 'id' }], { column: '' });
    expect(changed(entries, 'a', { column: 'total' }).map(entry => entry.column)).toEqual(['total', '']);
  });

  it('read pairs and groups in every form that apps have them', () => {
    expect([pairsOf([['a', 1]]), pairsOf({ a: 1 }), pairsOf(null)]).toEqual([[['a', '1']], [['a', '1']], []]);
    expect([groupsOf({ t: ['a', 'b'] }), groupsOf(['a'])]).toEqual([['a', 'b'], ['a']]);
  });
});
