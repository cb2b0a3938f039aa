/** A thing that is made when it is first needed: formats and collators of `Intl` take a millisecond each. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
