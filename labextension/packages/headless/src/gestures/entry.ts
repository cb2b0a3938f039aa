/** The value of a field between what a person entered and what the app made of it, as its renderer keeps it. */
import { arrived, entered, fresh, same, settled, type FieldState } from '@tooljet/components/pure/field/state';
import type { Local } from './screen';

function current(local: Local, outside: unknown): FieldState<unknown> {
  const state = local.field ?? fresh(outside);
  const next = same(outside, state.known) ? state : arrived(state, outside);
  local.field = next;
  return next;
}

/** What the field shows. */
export function shownValue<V>(local: Local, outside: V): V {
  // Whatever is shown came from the outside or from the same field, so it is of its type.
  return current(local, outside).shown as V;
}

/** A person entered a value: shown at once, then said. */
export function enter(local: Local, outside: unknown, value: unknown, say: (value: unknown) => void): void {
  local.field = entered(current(local, outside), value);
  say(value);
}

/** The focus left the field: from now on the app is right. */
export function settle(local: Local, outside: unknown): void {
  local.field = settled(current(local, outside));
}
