/** A field that a form makes itself: a component whose values the page holds, until it tells the form. */
import type { Given } from '@tooljet/components/pure/define';
import type { MadeField } from '@tooljet/components/pure/form/fields';
import { complaint, givenOf, withSaid, type Held } from '@tooljet/components/pure/form/held';
import type { Name } from '@tooljet/schema';
import { attemptsOf } from './insides';
import type { Local } from './screen';

/** What a made field remembers. */
export function madeLocal(form: Local, name: string): Local {
  form.fields ??= new Map();
  const known = form.fields.get(name) ?? {};
  form.fields.set(name, known);
  return known;
}

/** A made field as its renderer is given it. */
export function madeGiven<N extends Name>(form: Given<'Form'>, local: Local, field: MadeField, start: Held): Given<N> {
  const held = (): Held => local.made ?? start;
  const given = {
    id: `${form.id}.${field.name}`,
    name: field.name,
    get props() {
      return givenOf(field, held().values[field.name]).props;
    },
    get exposed() {
      return givenOf(field, held().values[field.name]).exposed;
    },
    get error() {
      return complaint(field, held(), attemptsOf(form.exposed));
    },
    fire: () => undefined,
    set: (said: object) => void (local.made = withSaid(held(), field, { ...said })),
    slot: () => null,
    row: () => null,
    act: form.act,
    media: form.media,
  };
  // Its properties are the defaults of its own spec, which only the field's type knows here.
  return given as unknown as Given<N>;
}
