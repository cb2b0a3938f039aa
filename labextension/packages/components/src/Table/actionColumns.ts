/** Columns of action buttons made from the table's `actions`, which older apps and our own builder use. */

import type { Column } from './columns';
import { rowsOf, words, type Row } from './guards';

/** The button columns left and right of the data. */
export interface ActionColumns {
  left: Column[];
  right: Column[];
}

export function actionColumns(actions: unknown): ActionColumns {
  const buttons = rowsOf(actions);
  const of = (side: string) => buttons.filter(button => (words(button.position) || 'right') === side).map(named);
  return { left: column('left', of('left')), right: column('right', of('right')) };
}

/** Events name a button by its `name`, which here is its reference. */
function named(settings: Row): Row {
  return { ...settings, ref: words(settings.ref) || words(settings.name) };
}

function column(side: 'left' | 'right', buttons: Row[]): Column[] {
  if (buttons.length === 0) return [];
  // Where one of them says something for each row, the runtime sends the group for each cell.
  const perCell = buttons.some(button => Array.isArray(button.perCell) && button.perCell.length > 0) ? ['buttons'] : [];
  const settings: Row = { buttons, perCell };
  const id = `actions-${side}`;
  return [
    {
      id,
      key: id,
      name: '',
      type: 'button',
      formerType: 'button',
      width: widthFor(buttons),
      visible: true,
      editable: false,
      align: 'left',
      options: [],
      pinned: side,
      settings,
    },
  ];
}

/** Room for the words of all buttons: about 8 pixels a letter and the padding. */
function widthFor(buttons: readonly Row[]): number {
  const letters = buttons.map(button => words(button.buttonText).length);
  return letters.reduce((sum, count) => sum + Math.max(28, count * 8 + 22) + 6, 24);
}
