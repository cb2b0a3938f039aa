/** Words that lead to an address. */
import type { Sight } from './eye';
import { named, when } from './seen';

export const Link: Sight<'Link'> = ({ given: { id, name, props } }) => {
  const states = {
    disabled: when(props.disabledState || props.loadingState),
    busy: when(props.loadingState),
  };
  return [named('link', props.loadingState ? [] : [props.linkText || name], { instance: id, states })];
};
