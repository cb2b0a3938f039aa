/** How a table looks: its styles as the app set them, turned into classes, sizes and CSS variables. */

import type { CSSProperties } from 'react';
import { chosen, pixels } from '../theme/chosen';
import { amount, truth, words, type Row } from './guards';

export interface Look {
  rowHeight: number;
  /** Rows grow with their text. */
  wraps: boolean;
  className: string;
  style: CSSProperties;
}

/** Row heights; the last two are names of older apps. */
const heights: Record<string, number> = { condensed: 32, regular: 40, compact: 32, spacious: 48 };

/** The look of a table from its resolved styles. */
export function lookOf(styles: Row): Look {
  const rowHeight = heights[words(styles.cellSize)] ?? 40;
  const custom = styles.maxRowHeight === 'custom' ? amount(styles.maxRowHeightValue) : undefined;
  const wraps = truth(styles.contentWrap, false);
  const classes = ['tj-Table', `tj-mod-${tableType(styles.tableType)}`];
  if (rowHeight < 40) classes.push('tj-mod-condensed');
  if (wraps) classes.push('tj-mod-wrap');
  if (styles.columnHeaderWrap === 'wrap') classes.push('tj-mod-headwrap');
  if (styles.headerCasing === 'uppercase') classes.push('tj-mod-uppercase');
  return {
    rowHeight,
    wraps,
    className: classes.join(' '),
    style: { ...colours(styles), '--tj-table-tallest': custom && custom > 0 ? `${custom}px` : undefined },
  };
}

function tableType(value: unknown): string {
  if (value === 'table-bordered') return 'bordered';
  return value === 'table-striped' ? 'striped' : 'classic';
}

/** What the builder chose; the rest follows the theme. */
function colours(styles: Row): CSSProperties {
  return {
    '--tj-table-title': chosen('text', styles.columnTitleColor, 'var(--tj-muted)'),
    '--tj-table-head': chosen('ground', styles.columnBackgroundColor, 'var(--tj-bg)'),
    '--tj-table-text': chosen('text', styles.textColor, 'var(--tj-text)'),
    '--tj-table-selected': chosen('ground', styles.selectedRowColor, 'var(--tj-brand-soft)'),
    '--tj-table-ground': chosen('ground', styles.containerBackgroundColor, 'var(--tj-surface)'),
    '--tj-table-border': chosen('border', styles.borderColor, 'var(--tj-border)'),
    '--tj-table-button': chosen('brand', styles.actionButtonBackgroundColor, ''),
    '--tj-table-button-text': chosen('text', styles.actionButtonTextColor, ''),
    '--tj-table-button-radius': pixels(styles.actionButtonRadius),
    '--tj-table-radius': pixels(styles.borderRadius),
  };
}
