/** A switch. */
import type { Sight } from './eye';
import { toggle } from './parts/toggle';

export const ToggleSwitchV2: Sight<'ToggleSwitchV2'> = ({ given, local }) => toggle('switch', given, local);
