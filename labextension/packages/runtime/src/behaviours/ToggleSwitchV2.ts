/** ToggleSwitchV2: a switch. */
import type { Behaviour } from './behaviour';
import { toggle } from './toggle';

export const ToggleSwitchV2: Behaviour = toggle;
