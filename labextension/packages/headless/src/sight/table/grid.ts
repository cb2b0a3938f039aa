/** The rows and columns themselves: all rows of the page, although a browser draws only those in sight. */
import type { Given } from '@tooljet/components/pure/define';
import type { Life } from '@tooljet/components/pure/supply/life';
import type { Column } from '@tooljet/components/pure/Table/columns';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import { labelOf, selectorOf } from '@tooljet/components/pure/Table/tools';
import type { TableLocal } from '../../gestures/screen';
import { casedText } from '../parts/casing';
import { named, seen, when, type Part } from '../seen';
import { cellNow, content } from './cell';
import { editor } from './editor';

export interface GridOf {
  given: Given<'Table'>;
  sheet: Sheet;
  table: TableLocal;
  life: Life;
  /** Stands in the place of rows. */
  nothing: Part | undefined;
}

export function grid(of: GridOf): Part {
  const { given, sheet, life, nothing } = of;
  const rows = Array.from({ length: sheet.count }, (_, position) => row(of, position));
  const states = { busy: when(life.stage === 'waiting' || life.refreshing) };
  return seen('grid', { name: labelOf(given.props, given.name), states }, [header(of), ...rows, nothing]);
}

function header({ given: { props }, sheet }: GridOf): Part {
  const box = selectorOf(props) === 'none' ? [] : [seen('columnheader', {}, [selectAll(sheet)])];
  return seen('row', {}, [...box, ...sheet.columns.map(column => heading(column, sheet, props))]);
}

function selectAll(sheet: Sheet): Part {
  const all = sheet.count > 0 && sheet.selectedCount >= sheet.count;
  const checked = !all && sheet.selectedCount > 0 ? 'mixed' : all;
  return seen('checkbox', { name: all ? 'Deselect all rows' : 'Select all rows', states: { checked } });
}

const SPOKEN = { asc: 'ascending', desc: 'descending' } as const;

function heading(column: Column, { sort }: Sheet, props: Given<'Table'>['props']): Part {
  const direction = sort?.column === column.key ? sort.direction : undefined;
  const sortable = props.enabledSort && column.type !== 'button';
  const states = { sort: sortable && direction ? SPOKEN[direction] : undefined };
  return named('columnheader', [casedText(column.name, props.headerCasing)], { states });
}

function row({ given: { props }, sheet, table }: GridOf, position: number): Part {
  const isSelected = sheet.isSelected(sheet.indexAt(position));
  const box = seen('checkbox', { name: `Select row ${position + 1}`, states: { checked: isSelected } });
  const first = selectorOf(props) === 'none' ? [] : [seen('gridcell', {}, [box])];
  const cells = sheet.columns.map(column => cell(sheet, table, { position, column }));
  return seen('row', { states: { selected: props.allowSelection ? isSelected : undefined } }, [...first, ...cells]);
}

function cell(sheet: Sheet, { edit }: TableLocal, at: { position: number; column: Column }): Part {
  const now = cellNow(sheet, at.position, at.column);
  const edited = edit?.row === at.position && edit.column === at.column.id ? edit : undefined;
  const states = { readonly: when(!now.editable), invalid: when(now.complaint !== undefined) };
  const about = { description: now.complaint, states };
  return edited ? seen('gridcell', about, editor(edited, now.column)) : named('gridcell', content(now), about);
}
