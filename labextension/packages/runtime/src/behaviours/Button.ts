/** Button: a click, which can also send the form around it. */
import type { Behaviour } from './behaviour';

export const Button: Behaviour = {
  after: (self, event) => {
    if (event !== 'onClick') return;
    const form = self.context.page.around(self, 'Form');
    const wanted = form?.prop('buttonToSubmit');
    if (wanted === self.component.id || wanted === self.name) form?.act('submitForm', []);
  },
};
