/** Icon: a small picture; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Icon: Behaviour = {};
