/** A box to tick. */
import type { Sight } from './eye';
import { toggle } from './parts/toggle';

export const Checkbox: Sight<'Checkbox'> = ({ given, local }) => toggle('checkbox', given, local);
