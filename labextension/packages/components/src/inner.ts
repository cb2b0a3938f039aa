/** Values the runtime keeps for a component beyond what apps can read, such as the page a Listview shows. */

/** Tells the runtime such values, in order with `set` and `fire`. */
export function setInner(given: { set(values: object): void }, values: Record<string, unknown>): void {
  given.set(values);
}

/** Such a value as the runtime last said it. */
export function inner(exposed: object, key: string): unknown {
  return Reflect.get(exposed, key);
}

/** Says that an event happened which belongs to a part of a component: a column or an action button, named by `ref`. */
export function firePart(
  given: { fire(event: string, detail?: Record<string, unknown>): void },
  event: string,
  detail: Record<string, unknown>
): void {
  given.fire(event, detail);
}
