/** Form: speaks for the fields in it, checks them and sends them. */
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';

/** The fields in a form. */
function fields(self: Instance): Instance[] {
  return self.context.page.inside(self).filter(child => child.behaviour.field !== undefined);
}

function byName(children: Instance[], read: (child: Instance) => unknown): Record<string, unknown> {
  return Object.fromEntries(children.map(child => [child.name, read(child)]));
}

/** Check and send: the fields say what is wrong with them from now on. */
function submit(self: Instance): void {
  if (self.prop('validateOnSubmit') !== false) {
    for (const field of fields(self)) field.put('$touched', true);
    if (self.get('isValid') !== true) return self.fire('onInvalid');
  }
  self.fire('onSubmit');
}

/** What could not be sent stays in the fields. */
function after(self: Instance, event: string, done: Promise<boolean>): void {
  if (event !== 'onSubmit' || self.prop('resetOnSubmit') === false) return;
  void done.then(isSent => {
    if (isSent) self.context.waves.batch(() => resetFields(self));
  });
}

function resetFields(self: Instance): void {
  for (const field of fields(self)) field.reset();
}

export const Form: Behaviour = {
  derived: {
    data: self => byName(fields(self), child => ({ ...child.face })),
    formData: self => byName(fields(self), child => child.get(child.behaviour.field ?? '')),
    children: self => byName(self.context.page.inside(self), child => child.face),
    isValid: self => fields(self).every(field => field.get('isVisible') === false || field.get('isValid') !== false),
  },
  unsent: ['data', 'formData', 'children'],
  actions: { submitForm: submit, resetForm: resetFields },
  after,
};
