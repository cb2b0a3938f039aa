/** Divider: a line; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Divider: Behaviour = {};
