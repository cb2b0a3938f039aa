/** The switch of older apps. */
import type { Sight } from './eye';
import { toggle } from './parts/toggle';

export const ToggleSwitch: Sight<'ToggleSwitch'> = ({ given, local }) => {
  const { id, name, props, exposed } = given;
  return toggle('switch', { id, name, props, exposed }, local);
};
