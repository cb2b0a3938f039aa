/** Sends the rows of a Table to the renderer: once, in slices, and later only what is different. */
import type { Instance } from '../instance';
import type { DataPatch, Patch } from '../patches';
import { plain } from '../plain';
import { rowsOf } from './values';

/** The first slice is small, so that the first screen is drawn while the rest is on its way. */
const FIRST = 1_000;
const NEXT = 5_000;
/** More rows than this that differ are sent as a new list. */
const FEW = 200;

interface Delivery {
  rows: unknown[];
  /** How many of them the renderer has. */
  sent: number;
  timer: number | null;
}

const deliveries = new WeakMap<Instance, Delivery>();

/** Tell the renderer about the rows. */
export function reportRows(self: Instance, patches: Patch[], all: boolean): void {
  const rows = rowsOf(self);
  const before = deliveries.get(self);
  if (all) return sendAll(self, rows, patches);
  if (before?.rows === rows) return;
  const different = before && before.sent === before.rows.length ? differences(before.rows, rows) : null;
  if (!different) return startAgain(self, rows, patches, FIRST);
  deliveries.set(self, { rows, sent: rows.length, timer: null });
  for (const index of different) patches.push(slice(self, rows, index, index + 1));
}

export function closeRows(self: Instance): void {
  const timer = deliveries.get(self)?.timer ?? null;
  if (timer !== null) self.context.host.clearTimer(timer);
  deliveries.delete(self);
}

/** A new listener gets everything at once; slices still on their way to others go on. */
function sendAll(self: Instance, rows: unknown[], patches: Patch[]): void {
  if (!deliveries.has(self)) deliveries.set(self, { rows, sent: rows.length, timer: null });
  patches.push({ data: { ...slice(self, rows, 0, rows.length).data, fresh: true } });
}

function startAgain(self: Instance, rows: unknown[], patches: Patch[], count: number): void {
  closeRows(self);
  const delivery: Delivery = { rows, sent: Math.min(count, rows.length), timer: null };
  deliveries.set(self, delivery);
  const first = slice(self, rows, 0, delivery.sent);
  patches.push({ data: { ...first.data, fresh: true } });
  goOn(self, delivery);
}

function goOn(self: Instance, delivery: Delivery): void {
  const { host, waves } = self.context;
  if (delivery.sent >= delivery.rows.length) return;
  delivery.timer = host.setTimer(() => {
    delivery.timer = null;
    const from = delivery.sent;
    delivery.sent = Math.min(from + NEXT, delivery.rows.length);
    waves.send([slice(self, delivery.rows, from, delivery.sent)]);
    goOn(self, delivery);
  }, 0);
}

function slice(self: Instance, rows: unknown[], from: number, to: number): DataPatch {
  const items = rows.slice(from, to).map(plain);
  return { data: { instance: self.key, property: 'data', from, items, total: rows.length, fresh: false } };
}

/** The numbers of rows that are other objects now; null when they are many, or the length changed. */
function differences(before: unknown[], now: unknown[]): number[] | null {
  if (before.length !== now.length) return null;
  const found: number[] = [];
  for (let index = 0; index < now.length; index++) {
    if (before[index] === now[index]) continue;
    found.push(index);
    if (found.length > FEW) return null;
  }
  return found;
}
