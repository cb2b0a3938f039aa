/** Container: a box for other components; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Container: Behaviour = {};
