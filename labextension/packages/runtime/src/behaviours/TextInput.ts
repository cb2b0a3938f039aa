/** TextInput: one line of text. */
import type { Behaviour } from './behaviour';
import { textField } from './textField';

export const TextInput: Behaviour = textField;
