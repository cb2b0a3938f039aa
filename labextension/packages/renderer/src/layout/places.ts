/** The page's grid: 43 columns over its width, rows in pixels, and who moves down when something grows. */
import type { Layout } from '@tooljet/schema';
import type { CSSProperties } from 'react';

export const COLUMNS = 43;

/** Free space below the lowest component, so that nothing sticks to the edge of the page. */
export const FOOT = 24;

/** What a label above a field adds to the height of the field. */
const LABEL_HEIGHT = 20;

/** What the message below a field needs: its line and a little air before the next label. */
export const MESSAGE_HEIGHT = 24;

/** The place of one instance: left and width in columns, top and height in pixels. */
export interface Box extends Layout {
  instance: string;
}

/** What is known of a box only when the page runs: its real height, 0 when it gives its place away. */
export type Heights = ReadonlyMap<string, number>;

/** The height a component needs at least: a field of one line grows by its label when that is above. */
export function wantedHeight(layout: Layout, props: Record<string, unknown>): number {
  const above = props.alignment === 'top' && typeof props.label === 'string' && props.label !== '';
  return above && layout.height <= 2 * LABEL_HEIGHT ? layout.height + LABEL_HEIGHT : layout.height;
}

function isAbove(one: Box, other: Box): boolean {
  const sharesColumns = one.left < other.left + other.width && other.left < one.left + one.width;
  return sharesColumns && one.top + one.height <= other.top;
}

/** The boxes a box rests on: above it, with no other one in between. */
function supports(box: Box, sorted: readonly Box[]): Box[] {
  const above = sorted.filter(other => isAbove(other, box));
  return above.filter(other => !above.some(between => isAbove(other, between)));
}

/** The top of every box when some heights differ from the plan; boxes above keep their distance to those below. */
export function tops(boxes: readonly Box[], heights: Heights): Map<string, number> {
  const placed = new Map<string, number>(boxes.map(box => [box.instance, box.top]));
  if (boxes.every(box => (heights.get(box.instance) ?? box.height) === box.height)) return placed;
  const sorted = [...boxes].sort((one, other) => one.top - other.top);
  for (const box of sorted) {
    const wanted = supports(box, sorted).map(other => {
      const bottom = (placed.get(other.instance) ?? other.top) + (heights.get(other.instance) ?? other.height);
      return bottom + box.top - (other.top + other.height);
    });
    placed.set(box.instance, wanted.length > 0 ? Math.max(...wanted) : box.top);
  }
  return placed;
}

/** The boxes moved down where a message hangs below one of them and the gap is too small; a line of boxes stays a line. */
export function cleared<B extends Box>(boxes: readonly B[], spills: Heights): B[] {
  const pushes = boxes.flatMap(box => {
    const spill = spills.get(box.instance) ?? 0;
    const below = spill > 0 ? boxes.filter(other => isAbove(box, other)) : [];
    const bottom = box.top + box.height;
    const missing = below.map(other => spill - (other.top - bottom));
    const by = Math.max(0, ...missing);
    return by > 0 ? [{ bottom, by }] : [];
  });
  if (pushes.length === 0) return [...boxes];
  const lines = new Map<number, number>();
  for (const { bottom, by } of pushes) lines.set(bottom, Math.max(by, lines.get(bottom) ?? 0));
  return boxes.map(box => {
    const above = [...lines].filter(([bottom]) => bottom <= box.top);
    return { ...box, top: box.top + above.reduce((sum, [, by]) => sum + by, 0) };
  });
}

/** How high the canvas must be to hold all boxes at their real places. */
export function canvasHeight(boxes: readonly Box[], heights: Heights, placed: ReadonlyMap<string, number>): number {
  const bottoms = boxes.map(box => (placed.get(box.instance) ?? box.top) + (heights.get(box.instance) ?? box.height));
  return bottoms.length > 0 ? Math.max(...bottoms) : 0;
}

/** The box in CSS: percentages, so that a change of the window's width needs no script. */
export function placement(box: Box, top: number): CSSProperties {
  return { left: percent(box.left), width: percent(Math.min(box.width, COLUMNS - box.left)), top };
}

function percent(columns: number): string {
  return `${(columns / COLUMNS) * 100}%`;
}

/** The width of the page as CSS; older apps count in percent of the window. */
export function canvasWidth(width: number, unit: 'px' | '%'): string {
  if (!(width > 0)) return '100%';
  return unit === '%' ? `${Math.min(width, 100)}%` : `min(100%, ${width}px)`;
}
