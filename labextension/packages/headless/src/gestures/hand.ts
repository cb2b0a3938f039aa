/** What a gesture is done with: the component as its renderer has it, what the page remembers, and where the focus is. */
import { leave as touch } from '@tooljet/components/pure/field/touch';
import type { Given } from '@tooljet/components/pure/define';
import type { JsonObject, Name } from '@tooljet/schema';
import type { World } from '../world';
import { CannotDo } from './cannot';
import { attemptAt, type Kind } from './kinds';
import { givenAt, type Spot } from './scene';
import { screenOf, type Local, type Screen } from './screen';

export interface Hand<N extends Name> {
  world: World;
  screen: Screen;
  given: Given<N>;
  local: Local;
  /** The instance, and the made field in it. */
  place: string;
  /** The component as a message calls it. */
  target: string;
  kind: Kind;
  detail: JsonObject;
  /** The click goes on to the rows around; the first call counts. */
  bubble(): void;
}

/** What can be done with a component of one type. */
export type Doings<N extends Name> = Partial<Record<Kind, (hand: Hand<N>) => void>>;

/** Ends a gesture that a person could not do. */
export function refuse({ target, kind }: { target: string; kind: Kind }, reason: string): never {
  throw new CannotDo(target, attemptAt(kind), reason);
}

/** What happens when the focus comes to a field and when it goes. */
export interface Visit {
  enter?(): void;
  leave?(): void;
}

/** The hand over a component. */
export function handAt(world: World, spot: Spot, said: { target: string; kind: Kind; detail: JsonObject }): Hand<Name> {
  const screen = screenOf(world);
  const given = givenAt<Name>(world, spot);
  const bubble = () => undefined;
  return { world, screen, given, local: screen.local(spot.key), place: spot.key, bubble, ...said };
}

/** Puts the focus into a component; the one that had it is left first. */
export function visit(hand: Hand<Name>, { enter, leave }: Visit = {}): void {
  const { screen, place, given } = hand;
  if (screen.focus?.place === place) return;
  screen.leave();
  screen.focus = {
    place,
    leave() {
      leave?.();
      // A field without a message of its own takes no notice of this.
      if (leave) screen.afterwards(() => touch(given));
    },
  };
  enter?.();
}

/** The pointer comes over a component; said only when it was somewhere else before. */
export function point({ screen, place }: { screen: Screen; place: string }, hovered?: () => void): void {
  if (screen.pointer === place) return;
  screen.pointer = place;
  hovered?.();
}

/** A text out of a gesture's detail. */
export function textIn({ detail }: { detail: JsonObject }, key: string): string {
  const value = detail[key];
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
