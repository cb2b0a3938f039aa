/** Fields that are checked together, the made ones last. */
import { inner } from '@tooljet/components/pure/inner';
import { madeFields } from '@tooljet/components/pure/form/fields';
import { held, heldKey } from '@tooljet/components/pure/form/held';
import type { Eye, Sight } from './eye';
import { attemptsOf } from '../gestures/insides';
import { madeField } from './parts/made';
import type { Part } from './seen';

function made(eye: Eye<'Form'>): Part[] {
  const { given, local } = eye;
  const fields = madeFields(given.props);
  const attempts = attemptsOf(given.exposed);
  const now = local.made ?? held(fields, heldKey(fields, inner(given.exposed, 'resets')), attempts);
  return fields.flatMap(field => madeField(eye, field, now)).filter(part => part !== undefined);
}

export const Form: Sight<'Form'> = eye => {
  const { props } = eye.given;
  if (props.disabledState || props.loadingState) return [];
  return [
    ...(props.showHeader ? eye.slot('header') : []),
    ...eye.slot(),
    ...made(eye),
    ...(props.showFooter ? eye.slot('footer') : []),
  ];
};
