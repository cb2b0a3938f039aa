/** Statistics: two figures; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Statistics: Behaviour = {};
