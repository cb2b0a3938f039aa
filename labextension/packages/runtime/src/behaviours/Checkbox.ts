/** Checkbox: on or off; older apps listen to `onCheck` and `onUnCheck`. */
import type { Behaviour } from './behaviour';
import { toggle } from './toggle';

export const Checkbox: Behaviour = {
  ...toggle,
  after: (self, event) => {
    if (event === 'onChange') self.fire(self.get('value') === true ? 'onCheck' : 'onUnCheck');
  },
};
