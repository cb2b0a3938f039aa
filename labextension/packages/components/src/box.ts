/** The box around a container: what the builder chose as CSS variables, the rest follows the theme. */
import type { CSSProperties } from 'react';
import { chosen, pixels } from './theme/chosen';

export interface BoxStyles {
  backgroundColor?: string;
  borderColor?: string;
  borderRadius?: number;
}

/** `transparent` means that there shall be no edge; other see-through colours are what older apps write by default. */
function isNone(colour: string | undefined): boolean {
  return colour?.trim().toLowerCase() === 'transparent';
}

/** Background, border and corners of a component that holds others. */
export function boxLook(styles: BoxStyles): CSSProperties {
  return {
    '--tj-box-ground': chosen('ground', styles.backgroundColor, 'var(--tj-surface)'),
    '--tj-box-edge': isNone(styles.borderColor)
      ? 'transparent'
      : chosen('border', styles.borderColor, 'var(--tj-border)'),
    '--tj-box-radius': pixels(styles.borderRadius),
  };
}
