/** A dialog that opens takes the focus to the first thing in it that can have it; one that closes gives it back. */
import { loading } from '@tooljet/components/pure/page/flags';
import type { Name } from '@tooljet/schema';
import type { World } from '../world';
import { handAt } from './hand';
import { doingsOf, isKnown } from './registry';
import { instanceAt, isDisabled, type Spot } from './scene';
import { screenOf } from './screen';
import { STILL } from './still';

/** Types that can have the focus and take no notice of it. */
const SILENT = new Set<Name>(['Button', 'Icon', 'Link', 'Table', 'Tabs', 'ModalV2']);

/** After the dialogs on the screen changed: `inside` are the spots in each, in the order of the page. */
export function moveFocus(world: World, before: readonly string[], inside: ReadonlyMap<string, readonly Spot[]>): void {
  const { dialogs, focus } = screenOf(world);
  const place = focus?.place.split('/')[0];
  const closed = before.some(key => !dialogs.includes(key));
  const isDrawn =
    place !== undefined && Array.from(inside.values()).some(spots => spots.some(({ key }) => key === place));
  // The focus was in the dialog, or on the button that opened it.
  if (closed && place !== undefined && !isDrawn) screenOf(world).leave();
  const opened = dialogs.at(-1);
  if (opened !== undefined && !before.includes(opened)) enter(world, inside.get(opened) ?? []);
}

function enter(world: World, spots: readonly Spot[]): void {
  const first = spots.find(spot => isFocusable(world, spot));
  const { type } = first?.component ?? { type: '' };
  screenOf(world).leave();
  if (!first || !isKnown(type)) return;
  const hand = handAt(world, first, { target: first.component.name, kind: 'focus', detail: {} });
  doingsOf(type).focus?.(hand);
}

function isFocusable(world: World, spot: Spot): boolean {
  const { type } = spot.component;
  const instance = instanceAt(world, spot);
  if (!instance || !isKnown(type) || isDisabled(world, spot) || (STILL.has(type) && loading(instance))) return false;
  return SILENT.has(type) || (type !== 'Form' && doingsOf(type).focus !== undefined);
}
