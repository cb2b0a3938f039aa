/** ModalV2: a dialog. */
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';

/** A dialog that opens has no field that was left empty, whatever happened when it was last open. */
function forgive(self: Instance): void {
  for (const field of self.context.page.everything(self)) {
    if (field.behaviour.field !== undefined && field.get('isValid') === false) field.put('$touched', false);
  }
}

/** The dialog opens or closes by its own button, Escape or a click beside it. */
function adopt(self: Instance, values: Record<string, unknown>): Record<string, unknown> {
  if (values['show'] === true) forgive(self);
  return values;
}

function setShown(self: Instance, shown: boolean): void {
  if (self.get('show') === shown) return;
  if (shown) forgive(self);
  self.put('show', shown);
  self.fire(shown ? 'onOpen' : 'onClose');
}

export const ModalV2: Behaviour = {
  state: { show: () => false },
  actions: {
    open: self => setShown(self, true),
    close: self => setShown(self, false),
  },
  adopt,
};
