/** A menu from which several options are chosen. */
import { choices, includesValue, type Choice } from '@tooljet/components/pure/choice/choices';
import { allTicked, chosenWords } from '@tooljet/components/pure/choice/words';
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { menuField, menuList, offeredNow, type Menu } from './parts/menu';
import { seen, type Part } from './seen';

function selectAll(values: readonly unknown[], offered: readonly Choice[]): Part | undefined {
  const open = offered.filter(choice => !choice.disabled);
  if (open.length === 0) return undefined;
  return seen('checkbox', { name: 'Select all', states: { checked: allTicked(values, open) } });
}

export const MultiselectV2: Sight<'MultiselectV2'> = ({ given, local, float }) => {
  const { props, exposed } = given;
  const values = shownValue<unknown[]>(local, Array.isArray(exposed.values) ? exposed.values : []);
  const all = choices(props);
  const offered = offeredNow(all, local.search ?? '', props.serverSideSearch);
  const menu: Menu = {
    words: chosenWords(all, values, props.showAllSelectedLabel),
    all,
    clears: props.showClearBtn && values.length > 0,
    isChosen: choice => includesValue(values, choice.value),
    head: props.showAllOption ? selectAll(values, offered) : undefined,
  };
  if (local.open) float(menuList(given, local, menu));
  return menuField(given, local, menu);
};
