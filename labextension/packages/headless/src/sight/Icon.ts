/** A small picture that can be clicked. */
import { iconWords } from '@tooljet/components/pure/icons/words';
import type { Sight } from './eye';
import { seen, when } from './seen';

export const Icon: Sight<'Icon'> = ({ given: { id, props } }) => {
  const states = {
    disabled: when(props.disabledState || props.loadingState),
    busy: when(props.loadingState),
  };
  return [seen('button', { name: props.tooltip || iconWords(props.icon), instance: id, states })];
};
