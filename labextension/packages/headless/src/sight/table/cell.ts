/** What a cell shows, by the column's kind, and the field it becomes while it is edited. */
import { isChanged } from '@tooljet/components/pure/Table/changes';
import { buttonsOf } from '@tooljet/components/pure/Table/buttons';
import { cellColumn, isEditable, shownValue } from '@tooljet/components/pure/Table/cellColumn';
import { address, isPicture } from '@tooljet/components/pure/Table/cells/address';
import { starsOf, starsText } from '@tooljet/components/pure/Table/cells/stars';
import type { Column } from '@tooljet/components/pure/Table/columns';
import { plain, show } from '@tooljet/components/pure/Table/formats';
import { truth, words } from '@tooljet/components/pure/Table/guards';
import { labelFor, listOf } from '@tooljet/components/pure/Table/options';
import { cellValue, type Sheet } from '@tooljet/components/pure/Table/sheet';
import { fault } from '@tooljet/components/pure/Table/validation';
import { markdownHtml } from '@tooljet/components/pure/markdown';
import { markup } from '../parts/markup';
import { named, seen, when, type Part } from '../seen';

/** A cell as it is now: its column, value and whether it may be edited. */
export interface CellNow {
  column: Column;
  value: unknown;
  shown: unknown;
  editable: boolean;
  /** What is wrong with the edited value. */
  complaint: string | undefined;
}

export function cellNow(sheet: Sheet, position: number, whole: Column): CellNow {
  const index = sheet.indexAt(position);
  const extras = sheet.extras(whole, index);
  const column = cellColumn(whole, extras);
  const change = sheet.changeAt(index);
  const value = cellValue(sheet.rowAt(position), change, column);
  const changed = isChanged(change, column.key, column.name);
  return {
    column,
    value,
    shown: shownValue(value, extras),
    editable: isEditable(column, extras),
    complaint: changed ? fault(value, column) : undefined,
  };
}

/** What the cell shows while it is not edited. */
export function content({ column, shown, editable }: CellNow): Part[] {
  const { type, name } = column;
  if (type === 'button') return buttons(column);
  if (type === 'boolean') return yesOrNo(shown, name, editable);
  if (type === 'rating') return [seen('image', { name: starsText(starsOf(shown, column)) })];
  if (shown === null || shown === undefined || shown === '') return [];
  return worded(shown, column);
}

function worded(shown: unknown, column: Column): Part[] {
  switch (column.type) {
    case 'select':
      return [labelFor(column.options, shown)];
    case 'newMultiSelect':
    case 'tagsV2':
      return listOf(shown).map(item => labelFor(column.options, item));
    case 'image':
      return isPicture(words(shown)) ? [seen('image', { name: column.name })] : ['No picture'];
    case 'link':
      return address(shown) === undefined ? [show(shown, column)] : [named('link', [show(shown, column)])];
    case 'markdown':
      return markup(markdownHtml(plain(shown)));
    case 'html':
      return markup(plain(shown));
    default:
      return [show(shown, column)];
  }
}

function yesOrNo(value: unknown, name: string, editable: boolean): Part[] {
  const on = truth(value, false);
  if (editable) return [seen('switch', { name, states: { checked: on } })];
  return value === null || value === undefined || value === '' ? [] : [on ? 'Yes' : 'No'];
}

function buttons(column: Column): Part[] {
  return buttonsOf(column).map(({ label, tooltip, disabled, loading }) =>
    named('button', [label], {
      description: tooltip,
      states: { disabled: when(disabled || loading), busy: when(loading) },
    })
  );
}
