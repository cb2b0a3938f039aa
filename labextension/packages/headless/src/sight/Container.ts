/** A card that holds other components. */
import type { Sight } from './eye';

export const Container: Sight<'Container'> = ({ given: { props }, slot }) => {
  if (props.disabledState || props.loadingState) return [];
  return [...(props.showHeader ? slot('header') : []), ...slot()];
};
