/** The value of a field while its echo travels: what is shown, and which sent values have not come back yet. */

export interface FieldState<V> {
  shown: V;
  /** The last value that came from outside. */
  known: V;
  /** Sent and not yet come back, oldest first. */
  sent: V[];
}

/** A field at rest: nothing is on its way. */
export function fresh<V>(value: V): FieldState<V> {
  return { shown: value, known: value, sent: [] };
}

/** A list counts as the same when its members are. */
export function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((member, index) => Object.is(member, other[index]));
}

/** The user entered a value. */
export function entered<V>(state: FieldState<V>, value: V): FieldState<V> {
  return { ...state, shown: value, sent: [...state.sent, value] };
}

/** A value came from outside: the echo of an earlier entry must not undo a later one, anything else is taken over. */
export function arrived<V>(state: FieldState<V>, value: V): FieldState<V> {
  const echo = state.sent.findIndex(sent => same(sent, value));
  if (echo >= 0) return { ...state, known: value, sent: state.sent.slice(echo + 1) };
  return fresh(value);
}

/** The user left the field: from now on the outside is right. */
export function settled<V>(state: FieldState<V>): FieldState<V> {
  return { ...state, sent: [] };
}
