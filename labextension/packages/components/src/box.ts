/** The box around a container: what the builder chose as CSS variables, the rest follows the theme. */
import type { CSSProperties } from 'react';
import { chosen, pixels } from './theme/chosen';

export interface BoxStyles {
  backgroundColor?: string;
  borderColor?: string;
  borderRadius?: number;
}

/** Background, border and corners of a component that holds others. */
export function boxLook(styles: BoxStyles): CSSProperties {
  return {
    '--tj-box-ground': chosen('ground', styles.backgroundColor, 'var(--tj-surface)'),
    '--tj-box-edge': chosen('border', styles.borderColor, 'var(--tj-border)'),
    '--tj-box-radius': pixels(styles.borderRadius),
  };
}
