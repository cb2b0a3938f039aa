/** ToggleSwitch: the older switch. */
import type { Behaviour } from './behaviour';
import { toggle } from './toggle';

export const ToggleSwitch: Behaviour = toggle;
