/** A field for several lines of text. */
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { control, framed } from './parts/field';

export const TextArea: Sight<'TextArea'> = ({ given, local }) => {
  const value = shownValue(local, given.exposed.value ?? '');
  return framed(given, control('textbox', given, { value }));
};
