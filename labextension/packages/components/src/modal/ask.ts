/** A person opens a dialog by its button, or closes it. */
import type { Speaks } from '../field/said';

export function ask({ set, fire }: Speaks, show: boolean): void {
  set({ show });
  fire(show ? 'onOpen' : 'onClose');
}
