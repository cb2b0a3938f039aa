/** The part of a Table that is on screen. */
import { asNumber } from '../coerce';
import type { Instance } from '../instance';
import { rowsOf } from './values';

/** What the renderer draws: the rows `order[from]` to `order[to - 1]`, of `total` on `pages`. */
export interface View {
  /** Row numbers in their order; null for all rows in the order of the data. */
  order: Uint32Array | null;
  from: number;
  to: number;
  total: number;
  page: number;
  pages: number;
}

function orderOf(self: Instance): Uint32Array | null {
  const order = self.get('$order');
  return order instanceof Uint32Array ? order : null;
}

export function viewOf(self: Instance): View {
  const order = orderOf(self);
  const count = order?.length ?? rowsOf(self).length;
  const wanted = Math.max(1, Math.floor(asNumber(self.get('pageIndex')) ?? 1));
  if (self.prop('enablePagination') === false) return { order, from: 0, to: count, total: count, page: 1, pages: 1 };
  if (self.prop('serverSidePagination') === true) return serverView(self, order, count, wanted);
  const size = Math.max(1, asNumber(self.get('pageSize')) ?? 10);
  const pages = Math.max(1, Math.ceil(count / size));
  const page = Math.min(wanted, pages);
  const from = (page - 1) * size;
  return { order, from, to: Math.min(from + size, count), total: count, page, pages };
}

/** The data is one page; how many there are, only the builder knows. */
function serverView(self: Instance, order: Uint32Array | null, count: number, page: number): View {
  const total = asNumber(self.prop('totalRecords')) ?? count;
  const size = Math.max(1, asNumber(self.prop('serverSideRowsPerPage')) ?? count);
  return { order, from: 0, to: count, total, page, pages: Math.max(1, Math.ceil(total / size)) };
}

/** All rows in their order. */
export function currentRows(self: Instance): unknown[] {
  return pick(rowsOf(self), orderOf(self));
}

/** The rows on screen. */
export function pageRows(self: Instance): unknown[] {
  const { order, from, to } = viewOf(self);
  const rows = rowsOf(self);
  return order ? pick(rows, order.subarray(from, to)) : rows.slice(from, to);
}

export function pick(rows: unknown[], order: Uint32Array | null): unknown[] {
  return order ? Array.from(order, index => rows[index]) : rows;
}
