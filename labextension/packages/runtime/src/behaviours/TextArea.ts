/** TextArea: several lines of text. */
import type { Behaviour } from './behaviour';
import { textField } from './textField';

export const TextArea: Behaviour = textField;
