/** Marks a field as visited, so that it says what is missing; while a button is being pressed it waits for the release. */
import { setInner } from '../inner';

let pressed = false;

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (pressed = true), true);
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => (pressed = false), true);
}

/** The focus left the field. A message that appears moves what is below: the button under a pressed pointer must not go. */
export function leave(given: { set(values: object): void }): void {
  const mark = () => setInner(given, { $touched: true });
  if (!pressed) return mark();
  // After the click, which comes right after the release.
  window.addEventListener('pointerup', () => setTimeout(mark), { once: true });
}
