/** Menus: opened, searched, chosen from, emptied, closed. */
import {
  allToggled,
  choices,
  includesValue,
  sameValue,
  toggled,
  type Choice,
} from '@tooljet/components/pure/choice/choices';
import { isNothing, LIMIT } from '@tooljet/components/pure/choice/words';
import { chose, choseSeveral, searched } from '@tooljet/components/pure/field/said';
import { offeredNow } from '../sight/parts/menu';
import { few, quoted } from './cannot';
import { enter, settle, shownValue } from './entry';
import { refuse, textIn, visit, type Doings, type Hand } from './hand';
import { keyIn } from './text';

type One = Hand<'DropdownV2'>;
type Many = Hand<'MultiselectV2'>;
type MenuHand = One | Many;

function outside(hand: MenuHand): unknown {
  if (!isMany(hand)) return hand.given.exposed.value;
  const { values } = hand.given.exposed;
  return Array.isArray(values) ? values : [];
}

function isMany(hand: MenuHand): hand is Many {
  return 'showAllOption' in hand.given.props;
}

function enterField(hand: MenuHand): void {
  visit(hand, {
    enter: () => hand.given.fire('onFocus'),
    leave() {
      settle(hand.local, outside(hand));
      close(hand);
      hand.given.fire('onBlur');
    },
  });
  hand.bubble();
}

function close(hand: MenuHand): void {
  if (!hand.local.open) return;
  hand.local.open = false;
  if (hand.local.search) lookFor(hand, '');
}

function open(hand: MenuHand): void {
  enterField(hand);
  hand.local.open = true;
}

function lookFor(hand: MenuHand, text: string): void {
  hand.local.search = text;
  searched(hand.given, text);
}

function search(hand: MenuHand): void {
  if (!hand.given.props.showSearchInput) refuse(hand, 'its menu has no search');
  const text = textIn(hand, 'text');
  open(hand);
  if (text !== (hand.local.search ?? '')) lookFor(hand, text);
}

/** The option that a value, or its label, means; it must be in the open list. */
function optionFor(hand: MenuHand, wanted: unknown): Choice {
  const { props } = hand.given;
  if (props.optionsLoadingState) return refuse(hand, 'its options are still loading');
  const offered = offeredNow(choices(props), hand.local.search ?? '', props.serverSideSearch);
  const found =
    offered.find(choice => sameValue(choice.value, wanted)) ?? offered.find(choice => choice.label === wanted);
  if (!found)
    return refuse(hand, `${quoted(wanted)} is not among its options: ${few(offered.map(({ label }) => label))}`);
  if (found.disabled) return refuse(hand, `the option ${found.label} is disabled`);
  if (offered.indexOf(found) >= LIMIT) return refuse(hand, `the option ${found.label} has to be searched first`);
  return found;
}

function take(hand: MenuHand, value: unknown): void {
  const { local, given } = hand;
  if (isMany(hand)) enter(local, outside(hand), value, next => choseSeveral(given, Array.isArray(next) ? next : []));
  else if (!sameValue(value, shownValue(local, outside(hand)))) {
    enter(local, outside(hand), value, next => chose(given, next));
  }
}

function wantedIn({ detail }: MenuHand): unknown {
  return 'option' in detail ? detail.option : detail.value;
}

function chooseOne(hand: One): void {
  const choice = optionFor(hand, wantedIn(hand));
  open(hand);
  take(hand, choice.value);
  close(hand);
}

function setOne(hand: One): void {
  if (isNothing(hand.detail.value)) {
    if (!isNothing(shownValue(hand.local, outside(hand)))) clear(hand);
  } else chooseOne(hand);
  hand.screen.leave();
}

function clear(hand: MenuHand): void {
  const value = shownValue(hand.local, outside(hand));
  if (!hand.given.props.showClearBtn) refuse(hand, 'it has no button for that');
  if (isNothing(value) || (Array.isArray(value) && value.length === 0)) refuse(hand, 'nothing is chosen');
  enterField(hand);
  take(hand, isMany(hand) ? [] : null);
  if (!isMany(hand)) close(hand);
}

function chosen(hand: Many): unknown[] {
  const values = shownValue(hand.local, outside(hand));
  return Array.isArray(values) ? values : [];
}

function chooseMany(hand: Many): void {
  const choice = optionFor(hand, wantedIn(hand));
  open(hand);
  take(hand, toggled(chosen(hand), choice.value));
}

function chooseAll(hand: Many): void {
  const { props } = hand.given;
  const offered = offeredNow(choices(props), hand.local.search ?? '', props.serverSideSearch);
  if (!props.showAllOption || offered.every(choice => choice.disabled))
    refuse(hand, 'its menu does not offer all at once');
  open(hand);
  take(hand, allToggled(chosen(hand), offered));
}

/** One click for each option that has to change, in the order of the list. */
function setMany(hand: Many): void {
  const { value } = hand.detail;
  const wanted = (Array.isArray(value) ? value : isNothing(value) ? [] : [value]).map(
    item => optionFor(hand, item).value
  );
  open(hand);
  for (const { value: option, disabled } of choices(hand.given.props)) {
    const differs = includesValue(wanted, option) !== includesValue(chosen(hand), option);
    if (differs && !disabled) take(hand, toggled(chosen(hand), option));
  }
  hand.screen.leave();
}

function press(hand: MenuHand): void {
  enterField(hand);
  const key = keyIn(hand);
  if (key === 'Escape') close(hand);
  if (key === 'Enter' || key === ' ' || key === 'ArrowDown') hand.local.open = true;
}

const shared = {
  open,
  search,
  clear,
  press,
  focus: enterField,
  close,
  blur: (hand: MenuHand) => hand.screen.leave(),
  click: (hand: MenuHand) => (hand.local.open ? close(hand) : open(hand)),
};

export const DropdownV2: Doings<'DropdownV2'> = { ...shared, set: setOne, choose: chooseOne };
export const MultiselectV2: Doings<'MultiselectV2'> = { ...shared, set: setMany, choose: chooseMany, chooseAll };
