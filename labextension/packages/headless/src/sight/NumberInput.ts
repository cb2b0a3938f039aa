/** A field for a number. */
import { limit, placesOf, shownNumber } from '@tooljet/components/pure/number/typing';
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { control, framed } from './parts/field';

export const NumberInput: Sight<'NumberInput'> = ({ given, local }) => {
  const { props, exposed } = given;
  const number = shownValue(local, limit(exposed.value));
  const value = shownNumber(local.draft ?? null, number, placesOf(props.decimalPlaces));
  return framed(given, control('spinbutton', given, { value }), props.showClearBtn && number !== null);
};
