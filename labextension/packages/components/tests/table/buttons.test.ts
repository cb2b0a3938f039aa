/** The buttons and stars in a table's cells, from the settings of their columns. */
import { describe, expect, it } from 'vitest';
import { actionColumns } from '../../src/Table/actionColumns';
import { buttonsOf } from '../../src/Table/buttons';
import { share } from '../../src/Table/cells/RatingCell';
import { columnsOf } from '../../src/Table/columns';

function buttons(settings: Record<string, unknown>) {
  const [column] = columnsOf({ columns: [{ key: 'do', columnType: 'button', ...settings }] }, []);
  return buttonsOf(column!);
}

describe('the buttons of a column', () => {
  it('are its group, without those that are hidden', () => {
    const group = [
      { id: 'b1', buttonLabel: 'Pay', buttonType: 'outline', buttonTooltip: 'Pays it', loadingState: true },
      { id: 'b2', buttonLabel: 'Gone', buttonVisibility: false },
      { id: 'b3', buttonLabel: 'Open', disableButton: true, buttonIconName: 'IconEye', buttonIconVisibility: true },
    ];
    expect(buttons({ buttons: group })).toMatchObject([
      { ref: 'b1', label: 'Pay', outline: true, tooltip: 'Pays it', loading: true, disabled: false, icon: undefined },
      { ref: 'b3', label: 'Open', loading: false, disabled: true, icon: { name: 'IconEye', right: false } },
    ]);
  });

  it('may be one that the column itself describes, or none', () => {
    expect(buttons({ buttonLabel: 'Pay' })).toMatchObject([{ ref: 'do', label: 'Pay' }]);
    expect(buttons({ buttons: [] })).toEqual([]);
  });
});

describe('the action buttons of older apps', () => {
  it('stand left or right, and are asked for per cell where they depend on the row', () => {
    const { left, right } = actionColumns([
      { name: 'pay', position: 'left', perCell: ['disableActionButton'] },
      { name: 'open', perCell: [] },
    ]);
    expect(left).toMatchObject([{ key: 'actions-left', pinned: 'left', settings: { perCell: ['buttons'] } }]);
    expect(right).toMatchObject([{ key: 'actions-right', pinned: 'right', settings: { perCell: [] } }]);
    expect(buttonsOf(right[0]!)).toMatchObject([{ ref: 'open' }]);
  });
});

describe('stars', () => {
  it('are whole, or halves where the column allows them', () => {
    const places = [1, 2, 3, 4];
    expect(places.map(place => share(2.5, place, true))).toEqual([1, 1, 0.5, 0]);
    expect(places.map(place => share(2.4, place, false))).toEqual([1, 1, 0, 0]);
  });
});
