/** A menu from which one option is chosen. */
import { choices, sameValue } from '@tooljet/components/pure/choice/choices';
import { chosenWord, isNothing } from '@tooljet/components/pure/choice/words';
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { menuField, menuList, type Menu } from './parts/menu';

export const DropdownV2: Sight<'DropdownV2'> = ({ given, local, float }) => {
  const { props, exposed } = given;
  const value = shownValue<unknown>(local, exposed.value);
  const all = choices(props);
  const menu: Menu = {
    words: chosenWord(all, value),
    all,
    clears: props.showClearBtn && !isNothing(value),
    isChosen: choice => sameValue(choice.value, value),
  };
  if (local.open) float(menuList(given, local, menu));
  return menuField(given, local, menu);
};
