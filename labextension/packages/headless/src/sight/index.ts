/** The page as a viewer would find it with a screen reader: one tree of roles, names, values and states. */
import { tooltip } from '@tooljet/components/pure/page/flags';
import { linksOf } from '@tooljet/components/pure/page/links';
import type { Name } from '@tooljet/schema';
import { rowsIn } from '../gestures/draw';
import { drawnIn, givenAt, instanceAt, sceneOf, type Scene, type Spot } from '../gestures/scene';
import { screenOf } from '../gestures/screen';
import type { Shown, World } from '../world';
import type { Sight } from './eye';
import { sights } from './registry';
import { named, seen, when, type Part, type Seen } from './seen';

export type { Part, Seen } from './seen';

/** What floats above the page; a modal one covers what is behind it. */
interface Float {
  key: string;
  parts: readonly Part[];
  modal: boolean;
}

/** Looks at one world once. */
class Look {
  readonly floats: Float[] = [];

  constructor(
    private readonly world: World,
    private readonly scene: Scene
  ) {}

  seat(parent: string | null, slot: string, rows: string): Part[] {
    return drawnIn(this.world, this.scene, { parent, slot, rows }).flatMap(spot => this.at(spot));
  }

  private at(spot: Spot): Part[] {
    const { type, name } = spot.component;
    if (!isName(type)) return [name, `${type} is not available here yet.`];
    // Which sight belongs to which given is known by the name; TypeScript loses that between the two look-ups.
    const sight = sights[type] as Sight<Name>;
    const parts = sight({
      given: givenAt<Name>(this.world, spot),
      local: screenOf(this.world).local(spot.key),
      now: this.world.now(),
      slot: (slot = '') => this.seat(spot.component.id, slot, spot.rows),
      row: index => this.seat(spot.component.id, '', rowsIn(spot.rows, index)),
      float: (floating, modal = false) => void this.floats.push({ key: spot.key, parts: floating, modal }),
    });
    return explained(
      parts.filter(part => part !== undefined),
      tooltipAt(this.world, spot)
    );
  }
}

function isName(type: string): type is Name {
  return Object.hasOwn(sights, type);
}

function tooltipAt(world: World, spot: Spot): string {
  const instance = instanceAt(world, spot);
  return instance ? tooltip(instance) : '';
}

/** The words of a tooltip describe the first thing they belong to. */
function explained(parts: readonly Part[], words: string): Part[] {
  const first = parts.findIndex(part => typeof part !== 'string' && part.description === undefined);
  return parts.map((part, place) => {
    return words === '' || place !== first || typeof part === 'string' ? part : { ...part, description: words };
  });
}

/** What a person sees of the app now. */
export function sees(world: World): Seen {
  const scene = sceneOf(world);
  if (!scene) return seen('document', { name: world.title }, [seen('main', { states: { busy: true } })]);
  const look = new Look(world, scene);
  const main = seen('main', {}, look.seat(null, '', ''));
  const floats = [...inOrder(world, look.floats), ...question(world)];
  const front = floats.findLastIndex(({ modal }) => modal);
  const page = front < 0 ? [...header(world), main] : [];
  const above = floats.filter(({ modal }, place) => !modal || place === front);
  return seen('document', { name: world.title }, [
    ...page,
    ...world.alerts.map(toast),
    ...above.flatMap(({ parts }) => parts),
  ]);
}

/** Dialogs as they were opened, menus in front of them. */
function inOrder(world: World, floats: readonly Float[]): Float[] {
  const { dialogs } = screenOf(world);
  const place = ({ key, modal }: Float) => (modal ? dialogs.indexOf(key) + 1 || dialogs.length + 1 : Infinity);
  return [...floats].sort((one, other) => place(one) - place(other) || 0);
}

function question({ question: words }: World): Float[] {
  if (words === null) return [];
  const buttons = [seen('button', { name: 'Cancel' }), seen('button', { name: 'Continue' })];
  const dialog = seen('dialog', { name: 'Confirm' }, [seen('paragraph', {}, [words]), ...buttons]);
  return [{ key: '', parts: [dialog], modal: true }];
}

function header({ definition, mirror: { page }, title }: World): Part[] {
  const { hideHeader } = definition.settings;
  const links = linksOf(page);
  if (hideHeader && links.length === 0) return [];
  const buttons = links.map(({ id, name, disabled }) =>
    named('button', [name], { states: { current: when(id === page?.id), disabled: when(disabled) } })
  );
  return [
    seen('banner', {}, [
      hideHeader ? undefined : named('heading', [title], { states: { level: 1 } }),
      links.length > 0 ? seen('navigation', { name: 'Pages' }, buttons) : undefined,
    ]),
  ];
}

function toast({ level, message }: Shown): Part {
  return seen(level === 'error' ? 'alert' : 'status', {}, [message, seen('button', { name: 'Dismiss' })]);
}
