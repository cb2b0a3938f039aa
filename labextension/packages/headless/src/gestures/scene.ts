/** The page as the renderer would put it together: who sits where, who is drawn, and each component as it draws itself. */
import type { Given } from '@tooljet/components/pure/define';
import { disabled, forDevice, settled, visible } from '@tooljet/components/pure/page/flags';
import { readingOrder } from '@tooljet/components/pure/page/order';
import {
  choosesForPhone,
  instanceKey,
  layoutOn,
  madeForPhone,
  seatKey,
  seats,
} from '@tooljet/components/pure/page/tree';
import type { CellValues, MirrorInstance } from '@tooljet/runtime';
import type { Component, Device, Name, Page } from '@tooljet/schema';
import type { World } from '../world';

/** A component at its place, once for each row of the Listviews around it. */
export interface Spot {
  component: Component;
  rows: string;
  key: string;
}

/** What follows from the page and the device alone. */
export interface Scene {
  page: Page;
  device: Device;
  seats: ReadonlyMap<string, Component[]>;
  oneColumn: boolean;
  chosenForPhone: boolean;
}

const scenes = new WeakMap<Page, Map<Device, Scene>>();

/** The scene of the page that is shown. */
export function sceneOf({ definition, mirror, device }: World): Scene | undefined {
  const page = definition.pages.find(({ id }) => id === mirror.page?.id);
  if (!page) return undefined;
  const now = mirror.page?.device ?? device;
  const known = scenes.get(page) ?? new Map<Device, Scene>();
  scenes.set(page, known);
  const scene = known.get(now) ?? made(page, now);
  known.set(now, scene);
  return scene;
}

function made(page: Page, device: Device): Scene {
  const { components } = page;
  return {
    page,
    device,
    seats: seats(components),
    oneColumn: device === 'mobile' && !madeForPhone(components),
    chosenForPhone: choosesForPhone(components),
  };
}

export function spotOf(component: Component, rows: string): Spot {
  return { component, rows, key: instanceKey(component.id, rows) };
}

/** What the renderer knows of a spot. */
export function instanceAt({ mirror }: World, { key }: Spot): MirrorInstance | undefined {
  return mirror.instances.get(key);
}

/** Whether a spot is not drawn: hidden, or for another device. */
export function isAway(world: World, scene: Scene, spot: Spot): boolean {
  const instance = instanceAt(world, spot);
  if (!instance) return true;
  const { component } = spot;
  return !isFor(scene, component, instance) || !visible(instance, component.type);
}

function isFor(scene: Scene, component: Component, instance: MirrorInstance): boolean {
  const told = { ...instance, cells: {} };
  return forDevice(component, told, scene.device, scene.chosenForPhone);
}

/** What is drawn in a seat, in the order in which it is drawn. */
export function drawnIn(
  world: World,
  scene: Scene,
  seat: { parent: string | null; slot: string; rows: string }
): Spot[] {
  const members = scene.seats.get(seatKey(seat)) ?? [];
  const boxes = members.map(component => ({ ...layoutOn(component, scene.device), component }));
  const order = scene.oneColumn ? readingOrder(boxes) : boxes;
  return order.map(({ component }) => spotOf(component, seat.rows)).filter(spot => !isAway(world, scene, spot));
}

export function isDisabled(world: World, spot: Spot): boolean {
  const instance = instanceAt(world, spot);
  return instance !== undefined && disabled(instance);
}

const NOTHING: MirrorInstance = { component: '', props: {}, exposed: {}, errors: {}, rows: null, cells: {} };

/** A component as its renderer is given it; it reads what is true at the moment it is asked. */
export function givenAt<N extends Name>(world: World, spot: Spot): Given<N> {
  const { component, key } = spot;
  const instance = (): MirrorInstance => instanceAt(world, spot) ?? NOTHING;
  const given = {
    id: key,
    name: component.name,
    get props() {
      return settled(instance(), component.type);
    },
    get exposed() {
      return instance().exposed;
    },
    get error() {
      return instance().errors.value;
    },
    get rows() {
      return instance().rows ?? undefined;
    },
    get cellValues() {
      return cellsOf(instance().cells);
    },
    fire: (event: string, detail?: Record<string, unknown>) => world.runtime.fire(key, event, detail),
    set: (values: object) => world.runtime.set(key, { ...values }),
    cells: (column: string, rows: number[]) => world.runtime.cells(key, column, rows),
    slot: () => null,
    row: () => null,
    act: world.act.bind(world),
    media: world.mirror.page?.device ?? world.device,
  };
  // The runtime resolves every property to the type its spec says, which only the spec's own name knows here.
  return given as unknown as Given<N>;
}

type Cells = Record<string, Record<number, CellValues>>;

const maps = new WeakMap<Cells, Record<string, Map<number, CellValues>>>();

/** The values of single cells as the renderer keeps them. */
function cellsOf(cells: Cells): Record<string, Map<number, CellValues>> {
  const known = maps.get(cells);
  if (known) return known;
  const rows = (column: Record<number, CellValues>) => new Map(Object.values(column).map(cell => [cell.row, cell]));
  const made = Object.fromEntries(Object.entries(cells).map(([key, column]) => [key, rows(column)]));
  maps.set(cells, made);
  return made;
}
