/** How high a component is in the phone's one column. */
import type { CSSProperties } from 'react';

/** These fill the box they are given and would be nothing without a height. */
const FILLS = new Set([
  'Table',
  'Chart',
  'Image',
  'Listview',
  'Map',
  'Calendar',
  'Kanban',
  'Iframe',
  'IFrame',
  'PDF',
  'VideoPlayer',
]);

/** These are as high as what is in them. */
const WRAPS = new Set([
  'Text',
  'Html',
  'Divider',
  'Container',
  'Form',
  'Tabs',
  'Link',
  'Statistics',
  'Modal',
  'ModalV2',
  'Icon',
  'Markdown',
]);

/** A finger needs 44 pixels to hit something. */
export const TARGET = 44;

export function heightOnPhone(type: string, wanted: number): CSSProperties {
  // A table keeps its own scroll; higher than this it would swallow the page's.
  if (FILLS.has(type)) return { height: `min(${wanted}px, 75vh)` };
  if (WRAPS.has(type)) return {};
  return { minHeight: Math.max(wanted, TARGET) };
}
