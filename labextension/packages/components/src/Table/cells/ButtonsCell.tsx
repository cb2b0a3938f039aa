/** The action buttons of a row, each with its own event. */

import { chosen } from '../../theme/chosen';
import { inkOn } from '../../theme/ink';
import { isRow, truth, words, type Row } from '../guards';
import type { Column } from '../columns';
import type { CellProps } from './Cell';

/** One action button of a column. */
export interface RowButton {
  ref: string;
  label: string;
  outline: boolean;
  disabled: boolean;
  background: string | undefined;
  color: string | undefined;
  radius: string | undefined;
}

/** The visible buttons of a column: its group of buttons, or the one the column itself describes. */
export function buttonsOf(column: Column): RowButton[] {
  const { buttons } = column.settings;
  const list = Array.isArray(buttons) ? buttons.filter(isRow) : [column.settings];
  return list.filter(shown).map(button);
}

function shown(settings: Row): boolean {
  return truth(settings.buttonVisibility ?? settings.visibility, true);
}

function button(settings: Row): RowButton {
  const ref = words(settings.ref) || words(settings.id) || words(settings.name) || words(settings.key);
  return {
    ref,
    label: words(settings.buttonLabel) || words(settings.buttonText) || words(settings.label) || words(settings.name),
    outline: settings.buttonType === 'outline',
    disabled: truth(settings.disableButton ?? settings.disableActionButton ?? settings.disabled, false),
    background: chosen('ground', settings.buttonBackgroundColor ?? settings.backgroundColor, 'var(--tj-raised)'),
    color: chosen('text', settings.buttonLabelColor ?? settings.textColor, 'var(--tj-text)'),
    radius: words(settings.buttonBorderRadius) || undefined,
  };
}

export function ButtonsCell({ column, actions }: CellProps) {
  return (
    <span className="tj-Table-buttons">
      {buttonsOf(column).map(item => (
        <button
          key={item.ref}
          type="button"
          tabIndex={-1}
          data-press
          className="tj-Table-button"
          disabled={item.disabled}
          style={{
            background: item.outline ? 'transparent' : item.background,
            color: item.color ?? (item.background && inkOn(item.background)),
            borderColor: item.background,
            borderRadius: item.radius === undefined ? undefined : `${Number(item.radius) || 0}px`,
          }}
          onClick={event => {
            event.stopPropagation();
            actions.press(item.ref);
          }}
        >
          {item.label}
        </button>
      ))}
    </span>
  );
}
