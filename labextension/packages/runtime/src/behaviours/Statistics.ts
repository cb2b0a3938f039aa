/** Statistics: two figures; all it does beyond the standard is to know where they come from. */
import { supplied } from '../supply';
import type { Behaviour } from './behaviour';

export const Statistics: Behaviour = {
  derived: supplied(self => (self.prop('hideSecondary') === true ? FIRST : BOTH)),
};

const FIRST = ['primaryValue'];
const BOTH = ['primaryValue', 'secondaryValue'];
