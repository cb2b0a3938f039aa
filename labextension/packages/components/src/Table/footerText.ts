/** What the bar below the rows says. */
import { once } from '../once';
import type { Life } from '../supply/life';
import type { Paging, Sheet } from './sheet';

const counted = once(() => new Intl.NumberFormat());

/** "1–10 of 240", "240 rows", "1 row", "2 of 10 selected". */
export function rowsText(sheet: Pick<Sheet, 'count' | 'paging' | 'selectedCount'>): string {
  const { count, paging, selectedCount } = sheet;
  const chosen = selectedCount > 1 ? `, ${counted().format(selectedCount)} selected` : '';
  if (!paging.enabled) return `${counted().format(count)} ${count === 1 ? 'row' : 'rows'}${chosen}`;
  if (count === 0) return 'No rows';
  const first = (paging.page - 1) * paging.size + 1;
  const range = `${counted().format(first)}–${counted().format(first + count - 1)}`;
  return (paging.total === undefined ? range : `${range} of ${counted().format(paging.total)}`) + chosen;
}

/** A table that failed says so in the middle, and not that it has no rows. */
export function footerText(sheet: Sheet, stage: Life['stage']): string {
  if (sheet.count === 0 && stage === 'waiting') return 'Loading rows';
  return sheet.count === 0 && stage === 'failed' ? '' : rowsText(sheet);
}

/** "2 of 24", or "Page 2" where nobody knows how many there are. */
export function pageText({ page, pages, total }: Paging): string {
  return total === undefined ? `Page ${page}` : `${page} of ${counted().format(pages)}`;
}

const sizes = [10, 20, 50, 100];

/** The numbers of rows one may choose for a page. */
export function sizesOffered({ size }: Paging): number[] {
  return sizes.includes(size) ? sizes : [...sizes, size].sort((one, other) => one - other);
}

/** A count beside a title. */
export function countText(count: number): string {
  return counted().format(count);
}
