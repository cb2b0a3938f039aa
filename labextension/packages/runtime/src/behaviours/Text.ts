/** Text: words on the page. */
import type { Behaviour } from './behaviour';

export const Text: Behaviour = {
  actions: { clear: self => self.override('text', '') },
};
