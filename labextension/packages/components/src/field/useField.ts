/** Local state of a field: at once while the user types, and still open to changes from outside. */
import { createContext, useContext, useState } from 'react';
import { arrived, entered, fresh, same, settled } from './state';

/** True inside a form that somebody tried to submit: every refused field says why, touched or not. */
export const ErrorsShown = createContext(false);

export interface FieldValue<V> {
  value: V;
  /** Whether a refused value is shown in red already. */
  judged: boolean;
  /** Shows the value and says it: `send` is called once, in the order of entry. */
  enter(value: V): void;
  /** The field lost the focus. */
  settle(): void;
}

/** `outside` is the exposed value; `send` says a change the user made, `set` before `fire`. */
export function useField<V>(outside: V, send: (value: V) => void): FieldValue<V> {
  const [state, setState] = useState(() => fresh(outside));
  const errorsShown = useContext(ErrorsShown);
  // Taken over while drawing, so that no frame shows the old value.
  if (!same(outside, state.known)) setState(arrived(state, outside));
  return {
    value: state.shown,
    judged: state.touched || errorsShown,
    enter(value) {
      setState(before => entered(before, value));
      send(value);
    },
    settle() {
      setState(settled);
    },
  };
}
