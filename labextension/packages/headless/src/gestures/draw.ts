/** What drawing does beside showing: forgets what went away, asks for cells in sight, tells what made fields hold. */
import type { Given } from '@tooljet/components/pure/define';
import { madeFields } from '@tooljet/components/pure/form/fields';
import { held, heldKey, report } from '@tooljet/components/pure/form/held';
import { inner, setInner } from '@tooljet/components/pure/inner';
import { isRecord } from '@tooljet/components/pure/record';
import type { World } from '../world';
import { attemptsOf, insidesOf } from './insides';
import { drawnIn, givenAt, sceneOf, type Scene, type Spot } from './scene';
import { screenOf, type Local, type Screen } from './screen';
import { askInSight } from './table/sheet';
import { moveFocus } from './trap';

/** Every instance that is drawn, outer ones first. */
export function drawnSpots(world: World): Spot[] {
  const scene = sceneOf(world);
  return scene ? inSeat(world, scene, { parent: null, slot: '', rows: '' }) : [];
}

function inSeat(world: World, scene: Scene, seat: { parent: string | null; slot: string; rows: string }): Spot[] {
  return drawnIn(world, scene, seat).flatMap(spot => [spot, ...inside(world, scene, spot)]);
}

function inside(world: World, scene: Scene, spot: Spot): Spot[] {
  const parent = spot.component.id;
  return insidesOf(world, spot).flatMap(({ slot, row }) =>
    inSeat(world, scene, { parent, slot, rows: rowsIn(spot.rows, row) })
  );
}

/** The path of a row inside the rows around it. */
export function rowsIn(rows: string, row: number | undefined): string {
  if (row === undefined) return rows;
  return rows === '' ? String(row) : `${rows}.${row}`;
}

/** More turns than this mean that drawing and the app answer each other without end. */
const TURNS = 10;

/** Does what the renderer would do after the values of the app changed; to be called after every wave. */
export function draw(world: World): void {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const spots = drawnSpots(world);
    const screen = screenOf(world);
    screen.keep(new Set(spots.map(({ key }) => key)));
    const told = spots.map(spot => tell(world, screen, spot));
    const dialogs = screen.dialogs;
    screen.stack(spots.filter(spot => isOpenDialog(world, spot)).map(({ key }) => key));
    const changed = dialogs.join() !== screen.dialogs.join();
    if (changed) moveFocus(world, dialogs, insideDialogs(world, spots));
    if (!changed && !told.some(Boolean)) return;
  }
}

/** What is drawn in each open dialog. */
function insideDialogs(world: World, spots: readonly Spot[]): Map<string, Spot[]> {
  const scene = sceneOf(world);
  const open = spots.filter(spot => isOpenDialog(world, spot));
  return new Map(open.map(spot => [spot.key, scene ? inside(world, scene, spot) : []]));
}

function isOpenDialog(world: World, spot: Spot): boolean {
  return spot.component.type === 'ModalV2' && givenAt<'ModalV2'>(world, spot).exposed.show === true;
}

/** Whether something was told to the app, after which it may look different. */
function tell(world: World, screen: Screen, spot: Spot): boolean {
  const { unfolded } = screen.local(spot.key);
  if (unfolded && isRenewing(world, spot)) screen.local(spot.key).unfolded = false;
  if (spot.component.type === 'Form') return tellMade(givenAt<'Form'>(world, spot), screen.local(spot.key));
  if (spot.component.type === 'Table') return askInSight(givenAt<'Table'>(world, spot), screen.local(spot.key));
  return false;
}

/** Why something failed is gone while it is tried again, and folded when it comes back. */
function isRenewing(world: World, spot: Spot): boolean {
  const supply = inner(givenAt<'Table'>(world, spot).exposed, 'supply');
  return isRecord(supply) && supply.fetching === true;
}

/** The fields that a form makes itself are in the page's hands; the app hears their values. */
function tellMade(given: Given<'Form'>, local: Local): boolean {
  if (given.props.loadingState) {
    local.made = undefined;
    return false;
  }
  const fields = madeFields(given.props);
  if (fields.length === 0) return false;
  const key = heldKey(fields, inner(given.exposed, 'resets'));
  if (local.made?.key !== key) {
    local.made = held(fields, key, attemptsOf(given.exposed));
    local.fields = undefined;
  }
  if (local.told === local.made.values) return false;
  local.told = local.made.values;
  setInner(given, report(fields, local.made.values));
  return true;
}
