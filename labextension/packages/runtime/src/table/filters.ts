/** The conditions of a Table's filters, by ToolJet's names. */
import { asNumber } from '../coerce';
import { asText } from '../template';

/** Whether a cell's value passes. */
export type Matcher = (value: unknown) => boolean;

type Condition = (wanted: unknown) => Matcher;

function lower(value: unknown): string {
  return asText(value).toLowerCase();
}

const contains: Condition = wanted => {
  const text = lower(wanted);
  return value => lower(value).includes(text);
};

/** A pattern; text that is no pattern is looked for as it is. */
const matches: Condition = wanted => {
  try {
    const pattern = new RegExp(asText(wanted), 'i');
    return value => pattern.test(asText(value));
  } catch {
    // An unfinished pattern such as `(`.
    return contains(wanted);
  }
};

const equals: Condition = wanted => {
  const number = asNumber(wanted);
  const text = asText(wanted);
  return value => asText(value) === text || (number !== undefined && asNumber(value) === number);
};

const isEmpty: Condition = () => value => asText(value) === '';

function not(condition: Condition): Condition {
  return wanted => {
    const test = condition(wanted);
    return value => !test(value);
  };
}

/** Numbers compare as numbers, everything else (dates in ISO form too) as text. */
function compared(passes: (difference: number) => boolean): Condition {
  return wanted => {
    const number = asNumber(wanted);
    const text = asText(wanted);
    return value => {
      if (asText(value) === '') return false;
      const own = asNumber(value);
      if (number !== undefined && own !== undefined) return passes(own - number);
      return passes(asText(value) < text ? -1 : Number(asText(value) > text));
    };
  };
}

const CONDITIONS: Record<string, Condition | undefined> = {
  contains,
  doesNotContain: not(contains),
  doesNotContains: not(contains),
  matches,
  nl: not(matches),
  equals,
  ne: not(equals),
  isEmpty,
  isNotEmpty: not(isEmpty),
  gt: compared(difference => difference > 0),
  gte: compared(difference => difference >= 0),
  lt: compared(difference => difference < 0),
  lte: compared(difference => difference <= 0),
};

/** The test of a condition; an unknown one, or one that still lacks its value, lets everything pass. */
export function matcherOf(condition: string, wanted: unknown): Matcher {
  const make = Object.hasOwn(CONDITIONS, condition) ? CONDITIONS[condition] : undefined;
  const needsValue = condition !== 'isEmpty' && condition !== 'isNotEmpty';
  return !make || (needsValue && asText(wanted) === '') ? () => true : make(wanted);
}
