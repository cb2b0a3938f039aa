/** The action buttons of a cell: those of a column's group, or of the table's `actions` in older apps. */

import { chosen } from '../theme/chosen';
import type { Column } from './columns';
import { isRow, truth, words, type Row } from './guards';

/** One action button of a cell. */
export interface RowButton {
  /** What its events name it by. */
  ref: string;
  label: string;
  tooltip: string | undefined;
  outline: boolean;
  disabled: boolean;
  loading: boolean;
  background: string | undefined;
  color: string | undefined;
  edge: string | undefined;
  radius: string | undefined;
  loader: string | undefined;
  icon: RowButtonIcon | undefined;
}

/** The picture beside the words of a button. */
export interface RowButtonIcon {
  name: string;
  color: string | undefined;
  right: boolean;
}

/** The visible buttons of a column: its group of buttons, or the one the column itself describes. */
export function buttonsOf(column: Column): RowButton[] {
  return groupOf(column.settings)
    .filter(settings => truth(settings.buttonVisibility ?? settings.visibility, true))
    .map(button);
}

function groupOf(settings: Row): Row[] {
  const group = Array.isArray(settings.buttons) ? settings.buttons.filter(isRow) : [];
  const itself = words(settings.buttonLabel) || words(settings.buttonText);
  return group.length === 0 && itself ? [settings] : group;
}

function button(settings: Row): RowButton {
  const { buttonBackgroundColor, buttonLabelColor, buttonBorderColor, buttonLoaderColor } = settings;
  return {
    ref: words(settings.ref) || words(settings.id) || words(settings.name) || words(settings.key),
    label: words(settings.buttonLabel) || words(settings.buttonText) || words(settings.label) || words(settings.name),
    tooltip: words(settings.buttonTooltip) || undefined,
    outline: settings.buttonType === 'outline',
    disabled: truth(settings.disableButton ?? settings.disableActionButton ?? settings.disabled, false),
    loading: truth(settings.loadingState, false),
    background: chosen('ground', buttonBackgroundColor ?? settings.backgroundColor, 'var(--tj-raised)'),
    color: chosen('text', buttonLabelColor ?? settings.textColor, 'var(--tj-text)'),
    edge: chosen('border', buttonBorderColor, ''),
    radius: words(settings.buttonBorderRadius) || undefined,
    loader: chosen('icon', buttonLoaderColor, ''),
    icon: iconOf(settings),
  };
}

function iconOf(settings: Row): RowButtonIcon | undefined {
  const name = words(settings.buttonIconName);
  if (name === '' || !truth(settings.buttonIconVisibility, false)) return undefined;
  return {
    name,
    color: chosen('icon', settings.buttonIconColor, ''),
    right: settings.buttonIconAlignment === 'right',
  };
}
