/** A field for one line of text. */
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { control, framed } from './parts/field';

export const TextInput: Sight<'TextInput'> = ({ given, local }) => {
  const value = shownValue(local, given.exposed.value ?? '');
  return framed(given, control('textbox', given, { value }), given.props.showClearBtn && value !== '');
};
