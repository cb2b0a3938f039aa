/** The styles a builder chose for a field, as CSS variables; what was left alone follows the theme. */
import type { CSSProperties } from 'react';
import { chosen, pixels } from '../theme/chosen';
import type { LabelSettings } from './label';

/** The label and field styles of every input; newer components spell some of them differently. */
export interface FieldStyles extends LabelSettings {
  color?: string;
  labelColor?: string;
  labelFontSize?: number;
  backgroundColor?: string;
  fieldBackgroundColor?: string;
  borderColor?: string;
  fieldBorderColor?: string;
  textColor?: string;
  selectedTextColor?: string;
  accentColor?: string;
  placeholderTextColor?: string;
  errTextColor?: string;
  iconColor?: string;
  icon?: string;
  iconVisibility?: boolean;
  /** The side of the field the icon is on. */
  iconDirection?: string;
  borderRadius?: number;
  fieldBorderRadius?: number;
}

export function fieldLook(look: FieldStyles): CSSProperties {
  return {
    '--tj-label-color': chosen('text', look.labelColor ?? look.color, 'var(--tj-muted)'),
    '--tj-label-size': pixels(look.labelFontSize),
    '--tj-field-ground': chosen('ground', look.fieldBackgroundColor ?? look.backgroundColor, 'var(--tj-surface)'),
    '--tj-field-edge': chosen('border', look.fieldBorderColor ?? look.borderColor, 'var(--tj-border-strong)'),
    '--tj-field-text': chosen('text', look.selectedTextColor ?? look.textColor, 'var(--tj-text)'),
    '--tj-field-accent': chosen('brand', look.accentColor, 'var(--tj-brand)'),
    '--tj-field-placeholder': chosen('text', look.placeholderTextColor, 'var(--tj-muted)'),
    '--tj-field-error': chosen('danger', look.errTextColor, 'var(--tj-danger)'),
    '--tj-field-icon': chosen('icon', look.iconColor, 'var(--tj-muted)'),
    '--tj-field-radius': pixels(look.fieldBorderRadius ?? look.borderRadius),
  };
}
