/** Html: markup of the builder; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Html: Behaviour = {};
