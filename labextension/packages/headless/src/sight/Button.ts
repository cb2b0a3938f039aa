/** A push button. */
import { named, when } from './seen';
import type { Sight } from './eye';

export const Button: Sight<'Button'> = ({ given: { id, name, props } }) => {
  const states = {
    disabled: when(props.disabledState || props.loadingState),
    busy: when(props.loadingState),
  };
  const own = props.text.trim() === '' ? name : undefined;
  return [named('button', [props.text], { name: own, instance: id, states })];
};
