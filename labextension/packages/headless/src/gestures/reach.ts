/** Whether a person gets to a component, and what stands in the way if not. */
import { forDevice, visible } from '@tooljet/components/pure/page/flags';
import { seatOf } from '@tooljet/components/pure/page/tree';
import type { Component } from '@tooljet/schema';
import type { World } from '../world';
import { CannotDo, few } from './cannot';
import { barrierTo } from './insides';
import { attemptAt, type Kind } from './kinds';
import { instanceAt, sceneOf, spotOf, type Scene, type Spot } from './scene';
import { screenOf } from './screen';

/** The component that a target means, such as `save` or, in the first row of a Listview, `save@0`. */
export function findSpot(world: World, target: string): Spot | undefined {
  const scene = sceneOf(world);
  const [name = '', rows = ''] = target.split('@');
  const component =
    scene?.page.components.find(other => other.name === name) ??
    scene?.page.components.find(other => other.id === name);
  return component && spotOf(component, rows);
}

/** The spot of a target, where a person can get to it. */
export function reach(world: World, target: string, kind: Kind): Spot {
  const scene = sceneOf(world);
  const spot = findSpot(world, target);
  if (!scene || !spot)
    throw new CannotDo(target, attemptAt(kind), `there is no component of that name${near(world, target)}`);
  const barrier = barrierOf(world, scene, spot) ?? coverOf(world, scene, spot);
  if (barrier !== undefined) throw new CannotDo(target, attemptAt(kind), barrier);
  return spot;
}

/** Names that look like the one that was not found. */
function near(world: World, target: string): string {
  const names = sceneOf(world)?.page.components.map(({ name }) => name) ?? [];
  const start = target.slice(0, 3).toLowerCase();
  const found = names.filter(name => name.toLowerCase().includes(start));
  return found.length > 0 ? `; did you mean ${few(found, 3)}?` : '';
}

/** The components around one, outermost first, each with the slot that leads on. */
function around(scene: Scene, spot: Spot): { outer: Component; slot: string }[] {
  const known = new Map(scene.page.components.map(component => [component.id, component]));
  const path: { outer: Component; slot: string }[] = [];
  for (let component: Component | undefined = spot.component; component;) {
    const seat = seatOf(component.parent, new Set(known.keys()));
    component = seat.parent === null ? undefined : known.get(seat.parent);
    if (component) path.unshift({ outer: component, slot: seat.slot });
  }
  return path;
}

function barrierOf(world: World, scene: Scene, spot: Spot): string | undefined {
  const rows = spot.rows === '' ? [] : spot.rows.split('.');
  let depth = 0;
  for (const { outer, slot } of around(scene, spot)) {
    const at = spotOf(outer, rows.slice(0, depth).join('.'));
    const missing = missingAt(world, scene, at, outer.name) ?? barrierTo(world, at, slot);
    if (missing !== undefined) return missing;
    if (outer.type === 'Listview') depth += 1;
  }
  if (depth > rows.length) return `it is in every row of a list: say which, as in ${spot.component.name}@0`;
  return missingAt(world, scene, spot, 'it');
}

function missingAt(world: World, scene: Scene, spot: Spot, called: string): string | undefined {
  const instance = instanceAt(world, spot);
  if (!instance) return spot.rows === '' ? `${called} is not on the page yet` : `there is no row ${spot.rows}`;
  const { component } = spot;
  if (!visible(instance, component.type)) return `${called} is hidden`;
  const told = { ...instance, cells: {} };
  return forDevice(component, told, scene.device, scene.chosenForPhone)
    ? undefined
    : `${called} is not shown on this device`;
}

/** What lies over the component: a question, or a dialog that it is not in. */
function coverOf(world: World, scene: Scene, spot: Spot): string | undefined {
  if (world.question !== null) return 'a question waits for an answer';
  const front = screenOf(world).dialogs.at(-1)?.split('@')[0];
  if (front === undefined || front === spot.component.id) return undefined;
  const path = around(scene, spot).map(({ outer }) => outer.id);
  const dialog = scene.page.components.find(({ id }) => id === front);
  return path.includes(front) ? undefined : `the dialog ${dialog?.name ?? ''} is open in front of it`;
}

/** The Listviews around a component, the nearest first, with the row it is in. */
export function listsAround(world: World, spot: Spot): { list: Spot; row: number }[] {
  const scene = sceneOf(world);
  const rows = spot.rows === '' ? [] : spot.rows.split('.');
  const lists = scene ? around(scene, spot).filter(({ outer }) => outer.type === 'Listview') : [];
  return lists
    .map(({ outer }, depth) => ({ list: spotOf(outer, rows.slice(0, depth).join('.')), row: Number(rows[depth]) }))
    .reverse();
}
