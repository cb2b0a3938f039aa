/** The colours a builder chose for a tick or a switch. */
import type { CSSProperties } from 'react';
import { chosen } from '../theme/chosen';

export interface ToggleStyles {
  textColor?: string;
  borderColor?: string;
  checkboxColor?: string;
  toggleSwitchColor?: string;
  uncheckedColor?: string;
  handleColor?: string;
}

export function toggleLook(styles: ToggleStyles): CSSProperties {
  const standardOff = styles.toggleSwitchColor === undefined ? 'var(--tj-surface)' : 'var(--tj-border-strong)';
  return {
    '--tj-toggle-ink': chosen('text', styles.textColor, 'var(--tj-text)'),
    '--tj-toggle-edge': chosen('border', styles.borderColor, 'var(--tj-border-strong)'),
    '--tj-toggle-on': chosen('brand', styles.checkboxColor ?? styles.toggleSwitchColor, 'var(--tj-brand)'),
    '--tj-toggle-off': chosen('ground', styles.uncheckedColor, standardOff),
    '--tj-toggle-handle': chosen('on-brand', styles.handleColor, 'var(--tj-on-brand)'),
  };
}
