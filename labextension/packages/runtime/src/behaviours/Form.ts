/** Form: speaks for the fields in it, checks them and sends them. */
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';

/** The fields in a form. */
function fields(self: Instance): Instance[] {
  return self.context.page.inside(self).filter(child => child.behaviour.field !== undefined);
}

function byName(children: Instance[], read: (child: Instance) => unknown): Record<string, unknown> {
  return Object.fromEntries(children.map(child => [child.name, read(child)]));
}

/** The values of fields that the form makes itself from its data or schema; the renderer holds those fields. */
function madeValues(self: Instance): Record<string, unknown> {
  const made = self.get('$made');
  return isRecord(made) && isRecord(made['values']) ? made['values'] : {};
}

function isMadeValid(self: Instance): boolean {
  const made = self.get('$made');
  return !isRecord(made) || made['valid'] !== false;
}

function madeData(self: Instance): Record<string, unknown> {
  return Object.fromEntries(Object.entries(madeValues(self)).map(([name, value]) => [name, { value }]));
}

/** Check and send: the fields say what is wrong with them from now on. */
function submit(self: Instance): void {
  if (self.prop('validateOnSubmit') !== false) {
    for (const field of fields(self)) field.put('$touched', true);
    self.put('attempts', Number(self.get('attempts') ?? 0) + 1);
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
  // The renderer starts its own fields again when this changes.
  self.put('resets', Number(self.get('resets') ?? 0) + 1);
}

export const Form: Behaviour = {
  state: { $made: () => ({}), resets: () => 0, attempts: () => 0 },
  derived: {
    data: self => ({ ...byName(fields(self), child => ({ ...child.face })), ...madeData(self) }),
    formData: self => ({
      ...byName(fields(self), child => child.get(child.behaviour.field ?? '')),
      ...madeValues(self),
    }),
    children: self => byName(self.context.page.inside(self), child => child.face),
    isValid: self =>
      isMadeValid(self) &&
      fields(self).every(field => field.get('isVisible') === false || field.get('isValid') !== false),
  },
  unsent: ['data', 'formData', 'children'],
  actions: { submitForm: submit, resetForm: resetFields },
  after,
};
