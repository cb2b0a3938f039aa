/** What the runtime says about a table beyond its exposed values: the rows on screen and the columns. */

import { amount, isRow } from './guards';

/** The rows `order[from]` to `order[to - 1]` are on screen, of `total` on `pages`. */
export interface View {
  /** Row numbers in their order; null for the order of the data. */
  order: Uint32Array | null;
  from: number;
  to: number;
  total: number;
  page: number;
  pages: number;
}

/** The view of the runtime; all rows before the runtime has spoken. */
export function viewOf(view: unknown, count: number): View {
  if (!isRow(view)) return { order: null, from: 0, to: count, total: count, page: 1, pages: 1 };
  return {
    order: view.order instanceof Uint32Array ? view.order : null,
    from: amount(view.from) ?? 0,
    to: amount(view.to) ?? count,
    total: amount(view.total) ?? count,
    page: amount(view.page) ?? 1,
    pages: amount(view.pages) ?? 1,
  };
}

/** "Showing the first 100,000 rows", when the query's answer was cut. */
export function truncatedText({ truncated }: { truncated: number | undefined }): string | undefined {
  return truncated === undefined ? undefined : `Showing the first ${truncated.toLocaleString()} rows`;
}
