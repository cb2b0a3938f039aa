/** ModalV2: a dialog. */
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';

function setShown(self: Instance, shown: boolean): void {
  if (self.get('show') === shown) return;
  self.put('show', shown);
  self.fire(shown ? 'onOpen' : 'onClose');
}

export const ModalV2: Behaviour = {
  state: { show: () => false },
  actions: {
    open: self => setShown(self, true),
    close: self => setShown(self, false),
  },
};
