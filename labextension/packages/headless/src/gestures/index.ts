/** What a person does: every gesture sets the values and fires the events that the component's renderer would. */
import { pick } from '@tooljet/components/pure/list/pick';
import { loading } from '@tooljet/components/pure/page/flags';
import type { JsonObject, Name } from '@tooljet/schema';
import type { World } from '../world';
import { CannotDo, few } from './cannot';
import { draw } from './draw';
import { handAt, refuse, type Hand } from './hand';
import { isKind, kinds, type Kind } from './kinds';
import { onPlace } from './page';
import { listsAround, reach } from './reach';
import { doingsOf, isKnown } from './registry';
import { givenAt, instanceAt, isDisabled, type Spot } from './scene';
import { STILL } from './still';

export { CannotDo } from './cannot';
export { draw } from './draw';
export type { Kind as Gesture } from './kinds';
export { ALERTS, PAGE, QUESTION } from './page';
export { gestures, type Possible } from './possible';

/** Gestures of the keyboard, and those that only end something. */
const WITHOUT_POINTER = new Set<Kind>(['press', 'blur', 'focus', 'hover']);

/** Does what a person does; throws `CannotDo` where a person could not. */
export function gesture(world: World, target: string, kind: string, detail: JsonObject = {}): void {
  if (!isKind(kind)) throw new CannotDo(target, `cannot be done "${kind}" with`, `gestures are: ${kinds.join(', ')}`);
  draw(world);
  const elsewhere = onPlace(target);
  if (elsewhere) elsewhere(world, kind, detail);
  else withComponent(world, target, kind, detail);
  draw(world);
}

function withComponent(world: World, target: string, kind: Kind, detail: JsonObject): void {
  const spot = reach(world, target, kind);
  const hand = handAt(world, spot, { target, kind, detail });
  const { type } = spot.component;
  if (!isKnown(type)) return refuse(hand, `components of the type ${type} cannot be used here yet`);
  const doing = doingsOf(type)[kind];
  if (!doing) return refuse(hand, `a ${type} knows no such gesture${knownTo(type)}`);
  stop(world, spot, hand);
  arrive(hand);
  if (WITHOUT_POINTER.has(kind)) return doing(hand);
  hand.bubble = once(() => pickAround(world, spot));
  hand.screen.press(() => {
    doing(hand);
    hand.bubble();
  });
}

/** A click in a row of a list is a click on the row, and on the rows around it. */
function pickAround(world: World, spot: Spot): void {
  for (const { list, row } of listsAround(world, spot)) pick(givenAt<'Listview'>(world, list), row);
}

function once(run: () => void): () => void {
  let over = false;
  return () => {
    if (over) return;
    over = true;
    run();
  };
}

function knownTo(type: Name): string {
  const known = Object.keys(doingsOf(type));
  return known.length > 0 ? `; it knows: ${few(known, 30)}` : '';
}

/** A component that is disabled or waits takes no gesture. */
function stop(world: World, spot: Spot, hand: Hand<Name>): void {
  const { type } = spot.component;
  if (isDisabled(world, spot)) refuse(hand, 'it is disabled');
  const instance = instanceAt(world, spot);
  if (instance && STILL.has(type) && loading(instance)) refuse(hand, 'it is loading');
}

/** Going to a component closes what is open elsewhere. */
function arrive({ screen, place }: Hand<Name>): void {
  screen.closeOthers(place);
}
