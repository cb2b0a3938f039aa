/** A field for a date: typed, or picked from its calendar. */
import { allowed, dayOf, textOf } from '@tooljet/components/pure/date/text';
import { datesOf, leftDate, pickedDate, shownDate } from '@tooljet/components/pure/date/typing';
import { chose } from '@tooljet/components/pure/field/said';
import { monthBeside, monthShown } from '../sight/parts/calendar';
import { quoted } from './cannot';
import { enter, settle, shownValue } from './entry';
import { refuse, textIn, visit, type Doings, type Hand } from './hand';
import { keyIn } from './text';

type DateHand = Hand<'DatePickerV2'>;

function outside({ given }: DateHand): string | null {
  return given.exposed.value ?? null;
}

function value(hand: DateHand): string | null {
  return shownValue(hand.local, outside(hand));
}

function pick(hand: DateHand, day: string | null): void {
  const { format } = datesOf(hand.given);
  hand.local.draft = null;
  const next = pickedDate(day, format);
  if (next !== value(hand)) enter(hand.local, outside(hand), next, date => chose(hand.given, date));
}

/** What was typed counts if it is a date that may be chosen; else the last date comes back. */
function take(hand: DateHand): void {
  const { draft } = hand.local;
  const { format, limits } = datesOf(hand.given);
  const day = typeof draft === 'string' ? leftDate(draft, format, limits) : undefined;
  if (day !== undefined) pick(hand, day);
  hand.local.draft = null;
  settle(hand.local, outside(hand));
}

function show(hand: DateHand, open: boolean): void {
  hand.local.open = open;
  hand.local.month = undefined;
}

function enterField(hand: DateHand): void {
  visit(hand, {
    enter: () => hand.given.fire('onFocus'),
    leave() {
      take(hand);
      show(hand, false);
      hand.given.fire('onBlur');
    },
  });
  hand.bubble();
}

/** A click shows the calendar. */
function open(hand: DateHand): void {
  enterField(hand);
  show(hand, true);
}

function write(hand: DateHand, text: string): void {
  if (text !== shown(hand)) hand.local.draft = text;
}

function shown(hand: DateHand): string {
  return shownDate(hand.local.draft ?? null, value(hand), datesOf(hand.given).format);
}

function set(hand: DateHand): void {
  const text = dateText(hand);
  enterField(hand);
  write(hand, text);
  hand.screen.leave();
}

/** The date of a `set`, as a person would type it. */
function dateText(hand: DateHand): string {
  const given = hand.detail.value;
  if (given === null || given === undefined || given === '') return '';
  const { format, limits } = datesOf(hand.given);
  const day = dayOf(given, format);
  if (day === undefined) return refuse(hand, `${quoted(given)} is no date in the form ${format}`);
  if (!allowed(day, limits)) return refuse(hand, `${textOf(day, format)} may not be chosen there`);
  return textOf(day, format);
}

function type(hand: DateHand): void {
  open(hand);
  for (const letter of textIn(hand, 'text')) {
    show(hand, false);
    write(hand, shown(hand) + letter);
  }
}

function press(hand: DateHand): void {
  enterField(hand);
  const key = keyIn(hand);
  if (key === 'Enter') take(hand);
  if (key !== 'Tab' && key !== 'Shift') show(hand, key === 'ArrowDown');
}

/** A day of the open calendar. */
function choose(hand: DateHand): void {
  const { format, limits } = datesOf(hand.given);
  const day = dayOf(hand.detail.day, format);
  if (day === undefined) return refuse(hand, `${quoted(hand.detail.day)} is no day`);
  if (!allowed(day, limits)) return refuse(hand, `${textOf(day, format)} may not be chosen there`);
  open(hand);
  pick(hand, day);
  show(hand, false);
}

/** The arrows of the calendar. */
function page(hand: DateHand): void {
  open(hand);
  const { format, limits } = datesOf(hand.given);
  const first = monthShown({ date: value(hand), format, limits, month: hand.local.month, now: hand.world.now() });
  const month = monthBeside(first, Number(hand.detail.by ?? 1) < 0 ? -1 : 1, limits);
  if (month === undefined) return refuse(hand, 'no day beyond may be chosen');
  hand.local.month = `${month}-01`;
}

function clear(hand: DateHand): void {
  if (!hand.given.props.showClearBtn) refuse(hand, 'it has no button for that');
  if (shown(hand) === '') refuse(hand, 'it is empty');
  enterField(hand);
  pick(hand, null);
}

export const DatePickerV2: Doings<'DatePickerV2'> = {
  set,
  type,
  press,
  choose,
  page,
  clear,
  open,
  click: open,
  focus: enterField,
  close: hand => show(hand, false),
  blur: hand => hand.screen.leave(),
};
