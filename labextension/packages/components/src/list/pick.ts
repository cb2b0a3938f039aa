/** What a click in a list means, and the pages of a long one. */
import type { Speaks } from '../field/said';
import { inner } from '../inner';

/** A click on a row. */
export function pick({ set, fire }: Speaks, row: number): void {
  set({ selectedRecordId: row });
  fire('onRecordClicked');
  fire('onRowClicked');
}

/** The pages of a list and the one that is shown, both from 1. */
export function pagesOf(exposed: object, total: number, rowsPerPage: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / Math.max(1, rowsPerPage)));
  return { pages, page: Math.min(pages, Number(inner(exposed, 'pageIndex') ?? 1)) };
}
