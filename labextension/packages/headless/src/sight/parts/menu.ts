/** The field of a menu, and the list that drops from it. */
import { matching, type Choice } from '@tooljet/components/pure/choice/choices';
import { emptyText, labelOf, LIMIT, restText } from '@tooljet/components/pure/choice/words';
import { nameOf } from '@tooljet/components/pure/field/names';
import type { Local } from '../../gestures/screen';
import { named, seen, when, type Part } from '../seen';
import { control, framed, type FieldSettings } from './field';

export interface MenuSettings extends FieldSettings {
  props: FieldSettings['props'] & {
    placeholder: string;
    showSearchInput: boolean;
    serverSideSearch: boolean;
    optionsLoadingState: boolean;
  };
}

export interface Menu {
  /** What is chosen, in words. */
  words: string;
  all: readonly Choice[];
  /** There is something to take away. */
  clears: boolean;
  isChosen(choice: Choice): boolean;
  /** Stands above the options. */
  head?: Part;
}

/** What of the options is offered for what is searched. */
export function offeredNow(all: readonly Choice[], search: string, serverSide: boolean): Choice[] {
  return serverSide ? [...all] : matching([...all], search);
}

export function menuField(given: MenuSettings, local: Local, { words, clears }: Menu): Part[] {
  const value = words || given.props.placeholder;
  const button = control('combobox', given, { value, states: { expanded: local.open === true } });
  return framed(given, button, clears);
}

/** What drops from the field. */
export function menuList(given: MenuSettings, local: Local, menu: Menu): Part[] {
  const { props, name } = given;
  const label = nameOf(props.label, name);
  const search = local.search ?? '';
  const field = seen('textbox', { name: `Search ${label}`, value: search });
  return [
    ...(props.showSearchInput ? [field] : []),
    ...(menu.head === undefined ? [] : [menu.head]),
    seen('listbox', { name: label }, props.optionsLoadingState ? [] : options(props, search, menu)),
  ];
}

function options(props: MenuSettings['props'], search: string, { all, isChosen }: Menu): Part[] {
  const offered = offeredNow(all, search, props.serverSideSearch);
  if (offered.length === 0) return [emptyText(search)];
  const rest = restText(offered.length);
  return [...offered.slice(0, LIMIT).map(choice => option(choice, isChosen(choice))), ...(rest ? [rest] : [])];
}

function option(choice: Choice, selected: boolean): Part {
  return named('option', [labelOf(choice), choice.caption], {
    states: { selected, disabled: when(choice.disabled) },
  });
}
