/** The order in which a person reads a page: rows from the top, each from the left. */
import type { Layout } from '@tooljet/schema';

/** Boxes in reading order; a box that starts in the upper half of a row's first box belongs to that row. */
export function readingOrder<B extends Layout>(boxes: readonly B[]): B[] {
  const rows: B[][] = [];
  for (const box of [...boxes].sort((one, other) => one.top - other.top || one.left - other.left)) {
    const first = rows.at(-1)?.[0];
    if (first && box.top < first.top + Math.min(first.height, box.height) / 2) rows.at(-1)?.push(box);
    else rows.push([box]);
  }
  return rows.flatMap(row => row.sort((one, other) => one.left - other.left));
}
