/** Link: a hyperlink; everything it does is standard. */
import type { Behaviour } from './behaviour';

export const Link: Behaviour = {};
