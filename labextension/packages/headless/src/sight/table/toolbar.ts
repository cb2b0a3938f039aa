/** The bar above the rows and the panels that drop from it. */
import type { Given } from '@tooljet/components/pure/define';
import type { Column } from '@tooljet/components/pure/Table/columns';
import {
  choicesFor,
  columnOf,
  condition,
  conditionsFor,
  filterable,
  firstFilters,
  takesDate,
  type Filter,
} from '@tooljet/components/pure/Table/conditions';
import { countText } from '@tooljet/components/pure/Table/footerText';
import { words } from '@tooljet/components/pure/Table/guards';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import { titleOf, toolsOf } from '@tooljet/components/pure/Table/tools';
import type { TableLocal } from '../../gestures/screen';
import { named, seen, when, type Part } from '../seen';

/** The kinds of files in the order of the menu. */
export const FILES = [
  { kind: 'csv', label: 'CSV' },
  { kind: 'xlsx', label: 'Excel (XLSX)' },
  { kind: 'pdf', label: 'PDF' },
] as const;

export function toolbar({ props }: Given<'Table'>, sheet: Sheet, { panel: open }: TableLocal): Part[] {
  const title = titleOf(props);
  const tools = toolsOf(props);
  if (title === '' && !Object.values(tools).some(Boolean)) return [];
  const tool = (name: string, panel: TableLocal['panel'], count = 0) =>
    seen('button', { name, states: { expanded: open === panel } }, count > 0 ? [String(count)] : []);
  return [
    seen('toolbar', { name: 'Table tools' }, [
      ...(title === '' ? [] : [heading(title, sheet.paging.total)]),
      ...(tools.search ? search(sheet.search) : []),
      tools.filter ? tool('Filter', 'filter', sheet.filters.length) : undefined,
      tools.columns ? tool('Columns', 'columns') : undefined,
      tools.download ? tool('Download', 'download') : undefined,
      tools.addRow ? seen('button', { name: 'Add row' }) : undefined,
    ]),
  ];
}

function heading(title: string, total: number | undefined): Part {
  const count = total !== undefined && total > 0 ? [countText(total)] : [];
  return named('heading', [title, ...count], {
    description: count.length > 0 ? title : undefined,
    states: { level: 3 },
  });
}

function search(text: string): Part[] {
  const field = seen('searchbox', { name: 'Search the table', value: text });
  return text === '' ? [field] : [field, seen('button', { name: 'Clear search' })];
}

/** What an open tool shows. */
export function panel(which: NonNullable<TableLocal['panel']>, sheet: Sheet, table: TableLocal): Part {
  if (which === 'columns') return seen('dialog', { name: 'Columns' }, [columns(sheet)]);
  if (which === 'filter') return seen('dialog', { name: 'Filter' }, filters(sheet, table));
  return seen(
    'dialog',
    { name: 'Download' },
    FILES.map(({ label }) => seen('button', { name: label }))
  );
}

function columns({ all }: Sheet): Part {
  const offered = all.filter(column => !column.pinned);
  const shown = offered.filter(column => column.visible).length;
  const box = (column: Column): Part => {
    const states = { checked: column.visible, disabled: when(column.visible && shown === 1) };
    return seen('checkbox', { name: column.name || column.key, states });
  };
  return seen('group', { name: 'Shown columns' }, offered.map(box));
}

function filters(sheet: Sheet, { drafts }: TableLocal): Part[] {
  const offered = filterable(sheet.all);
  const lines = drafts ?? firstFilters(sheet.filters, offered);
  const none = seen('paragraph', {}, ['No filters. Every row is shown.']);
  return [
    ...(lines.length === 0 ? [none] : lines.flatMap(filter => line(filter, offered))),
    seen('contentinfo', {}, [
      seen('button', { name: 'Add filter', states: { disabled: when(offered.length === 0) } }),
      lines.length > 0 ? seen('button', { name: 'Clear all' }) : undefined,
    ]),
  ];
}

function line(filter: Filter, offered: readonly Column[]): Part[] {
  const column = columnOf(filter, offered);
  const conditions = conditionsFor(column).map(({ id, label }) => ({ value: id, label }));
  return [
    select(
      'Column',
      column?.id ?? '',
      offered.map(({ id, name }) => ({ value: id, label: name }))
    ),
    select('Condition', filter.condition, conditions),
    ...value(filter, column),
    seen('button', { name: 'Remove filter' }),
  ];
}

function value(filter: Filter, column: Column | undefined): Part[] {
  if (condition(filter.condition).field === 'none') return [];
  const choices = choicesFor(column, filter.condition);
  if (choices) return [select('Value', words(filter.value), [{ value: '', label: 'Choose a value' }, ...choices])];
  return [seen(takesDate(filter, column) ? 'Date' : 'textbox', { name: 'Value', value: words(filter.value) })];
}

/** A native list of choices, folded. */
export function select(name: string, chosen: string, options: readonly { value: string; label: string }[]): Part {
  const value = options.find(option => option.value === chosen)?.label;
  const items = options.map(option =>
    named('option', [option.label], { states: { selected: option.value === chosen } })
  );
  return seen('combobox', { name, value, states: { expanded: false } }, items);
}
