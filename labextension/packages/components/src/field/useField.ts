/** Local state of a field: at once while the user types, and still open to changes from outside. */
import { useState } from 'react';
import { arrived, entered, fresh, same, settled } from './state';

export interface FieldValue<V> {
  value: V;
  /** Shows the value and says it: `send` is called once, in the order of entry. */
  enter(value: V): void;
  /** The field lost the focus. */
  settle(): void;
}

/** `outside` is the exposed value; `send` says a change the user made, `set` before `fire`. */
export function useField<V>(outside: V, send: (value: V) => void): FieldValue<V> {
  const [state, setState] = useState(() => fresh(outside));
  // Taken over while drawing, so that no frame shows the old value.
  if (!same(outside, state.known)) setState(arrived(state, outside));
  return {
    value: state.shown,
    enter(value) {
      setState(before => entered(before, value));
      send(value);
    },
    settle() {
      setState(settled);
    },
  };
}
