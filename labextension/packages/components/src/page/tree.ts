/** Who is inside whom: the children of a page, of a component, and of a component's slots. */
import type { Component, Device, Layout } from '@tooljet/schema';

/** Where a component sits: in a component (null is the page itself) and one of its slots ('' is the body). */
export interface Seat {
  parent: string | null;
  slot: string;
}

/** The seat named by a `parent` value; ids may hold `-` themselves, so the longest known one wins. */
export function seatOf(parent: string | null, known: ReadonlySet<string>): Seat {
  if (parent === null || parent === '') return { parent: null, slot: '' };
  for (let end = parent.length; end > 0; end = parent.lastIndexOf('-', end - 1)) {
    const id = parent.slice(0, end);
    if (known.has(id)) return { parent: id, slot: parent.slice(end + 1) };
  }
  return { parent, slot: '' };
}

/** One text for a seat, to be used as a key. */
export function seatKey({ parent, slot }: Seat): string {
  return `${parent ?? ''}/${slot}`;
}

/** The components of every seat of a page. */
export function seats(components: readonly Component[]): Map<string, Component[]> {
  const known = new Set(components.map(component => component.id));
  const taken = new Map<string, Component[]>();
  for (const component of components) {
    const key = seatKey(seatOf(component.parent, known));
    taken.set(key, [...(taken.get(key) ?? []), component]);
  }
  return taken;
}

/** Whether a page was laid out by hand for the phone: then its own places count, else one column in reading order. */
export function madeForPhone(components: readonly Component[]): boolean {
  return components.length > 0 && components.every(component => component.layouts.mobile !== undefined);
}

/** Whether any component says that it is for the phone; ToolJet's default says no for all, which would leave an empty page. */
export function choosesForPhone(components: readonly Component[]): boolean {
  return components.some(({ props }) => props.showOnMobile === true || props.showOnMobile === '{{true}}');
}

/** The place of a component on a device. */
export function layoutOn(component: Component, device: Device): Layout {
  return (device === 'mobile' && component.layouts.mobile) || component.layouts.desktop;
}

/** The key of a component's instance inside the rows of Listviews; outside of them it is the id. */
export function instanceKey(component: string, rows: string): string {
  return rows === '' ? component : `${component}@${rows}`;
}
