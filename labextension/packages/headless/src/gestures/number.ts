/** A field for a number: typed, stepped, emptied. What is out of range can be typed, and is refused below the field. */
import { changed } from '@tooljet/components/pure/field/said';
import { stepped } from '@tooljet/components/pure/number/text';
import { leftNumber, limit, placesOf, shownNumber, typedNumber } from '@tooljet/components/pure/number/typing';
import { enter, settle, shownValue } from './entry';
import { refuse, textIn, visit, type Doings, type Hand } from './hand';
import { keyIn } from './text';

type NumberHand = Hand<'NumberInput'>;

function outside({ given }: NumberHand): number | null {
  return limit(given.exposed.value);
}

function value(hand: NumberHand): number | null {
  return shownValue(hand.local, outside(hand));
}

function put(hand: NumberHand, number: number | null): void {
  enter(hand.local, outside(hand), number, next => changed(hand.given, next));
}

function leave(hand: NumberHand): void {
  hand.local.draft = null;
  const rounded = leftNumber(value(hand), placesOf(hand.given.props.decimalPlaces));
  if (rounded !== undefined) put(hand, rounded);
  settle(hand.local, outside(hand));
  hand.given.fire('onBlur');
}

function enterField(hand: NumberHand): void {
  visit(hand, { enter: () => hand.given.fire('onFocus'), leave: () => leave(hand) });
  hand.bubble();
}

function shown(hand: NumberHand): string {
  return shownNumber(hand.local.draft ?? null, value(hand), placesOf(hand.given.props.decimalPlaces));
}

function write(hand: NumberHand, text: string): void {
  if (text === shown(hand)) return;
  hand.local.draft = text;
  const number = typedNumber(text, value(hand));
  if (number !== undefined) put(hand, number);
}

function set(hand: NumberHand): void {
  enterField(hand);
  write(hand, textIn(hand, 'value'));
  hand.screen.leave();
}

function type(hand: NumberHand): void {
  enterField(hand);
  for (const letter of textIn(hand, 'text')) write(hand, shown(hand) + letter);
}

function step(hand: NumberHand, by: 1 | -1): void {
  const { minValue, maxValue } = hand.given.props;
  const number = stepped(value(hand), by, limit(minValue), limit(maxValue));
  hand.local.draft = null;
  if (number !== value(hand)) put(hand, number);
}

/** The arrows beside the number. */
function click(hand: NumberHand): void {
  if (hand.given.props.disableStepControls) refuse(hand, 'it has no arrows');
  step(hand, Number(hand.detail.by ?? 1) < 0 ? -1 : 1);
}

function press(hand: NumberHand): void {
  enterField(hand);
  const key = keyIn(hand);
  if (key === 'Enter') hand.given.fire('onEnterPressed');
  if (key === 'ArrowUp') step(hand, 1);
  if (key === 'ArrowDown') step(hand, -1);
}

function clear(hand: NumberHand): void {
  if (!hand.given.props.showClearBtn) refuse(hand, 'it has no button for that');
  if (value(hand) === null) refuse(hand, 'it is empty');
  hand.screen.leave();
  hand.local.draft = null;
  put(hand, null);
  enterField(hand);
}

export const NumberInput: Doings<'NumberInput'> = {
  set,
  type,
  press,
  clear,
  step: click,
  focus: enterField,
  click: enterField,
  blur: hand => hand.screen.leave(),
};
