/** A field that a form makes itself, as the component that draws it is seen. */
import type { MadeField } from '@tooljet/components/pure/form/fields';
import type { Held } from '@tooljet/components/pure/form/held';
import type { Name } from '@tooljet/schema';
import { madeGiven, madeLocal } from '../../gestures/made';
import type { Eye, Sight } from '../eye';
import { sights } from '../registry';
import type { Part } from '../seen';

export function madeField(form: Eye<'Form'>, field: MadeField, held: Held): readonly (Part | undefined)[] {
  // Which sight belongs to which given is known by the name; TypeScript loses that between the two look-ups.
  const sight = sights[field.type] as Sight<Name>;
  const given = madeGiven<Name>(form.given, form.local, field, held);
  const local = madeLocal(form.local, field.name);
  return sight({ ...form, given, local, slot: () => [], row: () => [] });
}
