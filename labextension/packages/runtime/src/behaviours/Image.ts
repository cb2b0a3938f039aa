/** Image: a picture. */
import type { Behaviour } from './behaviour';

export const Image: Behaviour = {
  actions: { clearImage: self => self.override('source', '') },
};
