/** Fields for text: a value put there, letters typed, the field emptied. */
import { changed } from '@tooljet/components/pure/field/said';
import type { JsonObject } from '@tooljet/schema';
import { enter, settle, shownValue } from './entry';
import { refuse, textIn, visit, type Doings, type Hand } from './hand';

type TextHand = Hand<'TextInput'> | Hand<'TextArea'>;

function outside({ given }: TextHand): string {
  return given.exposed.value ?? '';
}

export function enterField(hand: TextHand): void {
  const { given, local } = hand;
  visit(hand, {
    enter: () => given.fire('onFocus'),
    leave() {
      settle(local, outside(hand));
      given.fire('onBlur');
    },
  });
  hand.bubble();
}

function put(hand: TextHand, value: string): void {
  if (value === shownValue(hand.local, outside(hand))) return;
  enter(hand.local, outside(hand), value, next => changed(hand.given, next));
}

/** Letter by letter, at the end of what is there. */
function type(hand: TextHand): void {
  enterField(hand);
  for (const letter of textIn(hand, 'text')) put(hand, shownValue(hand.local, outside(hand)) + letter);
}

/** A whole value at once, as if pasted; then the field is left. */
function set(hand: TextHand): void {
  enterField(hand);
  put(hand, textIn(hand, 'value'));
  hand.screen.leave();
}

function press(hand: TextHand): void {
  enterField(hand);
  if (keyIn(hand) === 'Enter') hand.given.fire('onEnterPressed');
}

function clear(hand: Hand<'TextInput'>): void {
  const { given, local } = hand;
  if (!given.props.showClearBtn) refuse(hand, 'it has no button for that');
  if (shownValue(local, outside(hand)) === '') refuse(hand, 'it is empty');
  // The button takes the focus and gives it to the field.
  hand.screen.leave();
  put(hand, '');
  enterField(hand);
}

export function keyIn({ detail }: { detail: JsonObject }): string {
  return typeof detail.key === 'string' ? detail.key : 'Enter';
}

const shared = {
  set,
  type,
  press,
  focus: enterField,
  blur: (hand: TextHand) => hand.screen.leave(),
  click: enterField,
};

export const TextInput: Doings<'TextInput'> = { ...shared, clear };
export const TextArea: Doings<'TextArea'> = shared;
