/** The rows as cards: what a phone shows instead of more than three columns. */
import type { Given } from '@tooljet/components/pure/define';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import { labelOf, selectorOf } from '@tooljet/components/pure/Table/tools';
import { seen, type Part } from '../seen';
import { cellNow, content } from './cell';

export function cards({ name, props }: Given<'Table'>, sheet: Sheet): Part {
  const box = (position: number) => {
    const checked = sheet.isSelected(sheet.indexAt(position));
    return seen('checkbox', { name: `Select row ${position + 1}`, states: { checked } });
  };
  const items = Array.from({ length: sheet.count }, (_, position) => [
    ...(selectorOf(props) === 'none' ? [] : [box(position)]),
    ...sheet.columns.flatMap((_column, place) => line(sheet, position, place)),
  ]);
  return seen(
    'list',
    { name: labelOf(props, name) },
    items.map(parts => seen('listitem', {}, parts))
  );
}

function line(sheet: Sheet, position: number, place: number): Part[] {
  const column = sheet.columns[place];
  if (!column) return [];
  const shown = content(cellNow(sheet, position, column));
  const words = shown.length > 0 ? shown : column.type === 'button' ? [] : ['–'];
  return place > 0 && column.type !== 'button' ? [column.name, ...words] : words;
}
