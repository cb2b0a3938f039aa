/** The rules of a column, checked while a cell is edited. */

import type { Column } from './columns';
import { amount, words } from './guards';
import { plain } from './formats';

/** What is wrong with a value, or undefined when nothing is. */
export function fault(value: unknown, column: Column): string | undefined {
  const rules = column.settings;
  const text = plain(value);
  return (
    faultOfPattern(text, words(rules.regex)) ??
    faultOfLength(text, amount(rules.minLength), amount(rules.maxLength)) ??
    faultOfSize(amount(value), amount(rules.minValue), amount(rules.maxValue)) ??
    faultOfRule(rules.customRule)
  );
}

function faultOfPattern(text: string, pattern: string): string | undefined {
  if (!pattern) return undefined;
  try {
    return new RegExp(pattern).test(text) ? undefined : 'This does not have the expected form';
  } catch {
    // A pattern that is no regular expression must not lock the cell.
    return undefined;
  }
}

function faultOfLength(text: string, least: number | undefined, most: number | undefined): string | undefined {
  if (least !== undefined && text.length < least) return `At least ${least} characters`;
  return most !== undefined && most > 0 && text.length > most ? `At most ${most} characters` : undefined;
}

function faultOfSize(
  value: number | undefined,
  least: number | undefined,
  most: number | undefined
): string | undefined {
  if (value === undefined) return undefined;
  if (least !== undefined && value < least) return `Must be at least ${least}`;
  return most !== undefined && value > most ? `Must be at most ${most}` : undefined;
}

/** The author's own rule, already worked out by the runtime: true is fine, a text is the complaint. */
function faultOfRule(rule: unknown): string | undefined {
  if (typeof rule !== 'string' || rule.trim() === '' || rule === 'true' || rule.includes('{{')) return undefined;
  return rule;
}
