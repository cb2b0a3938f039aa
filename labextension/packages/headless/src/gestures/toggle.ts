/** Boxes to tick and switches: a click turns them over. */
import { changed } from '@tooljet/components/pure/field/said';
import { truth } from '@tooljet/components/pure/Table/guards';
import { enter, shownValue } from './entry';
import { visit, type Doings, type Hand } from './hand';

type ToggleHand = Hand<'Checkbox'> | Hand<'ToggleSwitch'> | Hand<'ToggleSwitchV2'>;

function value({ local, given }: ToggleHand): boolean {
  return shownValue<boolean>(local, given.exposed.value ?? false);
}

function turn(hand: ToggleHand): void {
  enter(hand.local, hand.given.exposed.value ?? false, !value(hand), next => changed(hand.given, next));
}

/** With a message below it, it takes note that somebody was there. */
function enterBox(hand: ToggleHand): void {
  visit(hand, 'mandatory' in hand.given.props ? { leave: () => undefined } : {});
}

function click(hand: ToggleHand): void {
  enterBox(hand);
  turn(hand);
}

/** A person clicks only where something is to be changed; then goes on. */
function set(hand: ToggleHand): void {
  enterBox(hand);
  if (truth(hand.detail.value, false) !== value(hand)) turn(hand);
  hand.screen.leave();
}

const doings = {
  click,
  set,
  press: click,
  focus: enterBox,
  blur: (hand: ToggleHand) => hand.screen.leave(),
};

export const Checkbox: Doings<'Checkbox'> = doings;
export const ToggleSwitch: Doings<'ToggleSwitch'> = doings;
export const ToggleSwitchV2: Doings<'ToggleSwitchV2'> = doings;
