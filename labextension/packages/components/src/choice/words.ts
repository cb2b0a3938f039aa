/** What a menu says: what is chosen, what stands in an empty list, what is left out of a long one. */
import { includesValue, sameValue, type Choice } from './choices';

/** More options than this are not drawn; searching narrows the list. */
export const LIMIT = 200;

/** No value: nothing is chosen. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** What is chosen of one. */
export function chosenWord(all: readonly Choice[], value: unknown): string {
  return all.find(choice => sameValue(choice.value, value))?.label ?? '';
}

/** What is chosen of several, in one line. */
export function chosenWords(all: readonly Choice[], values: readonly unknown[], sayAll: boolean): string {
  const labels = all.filter(choice => includesValue(values, choice.value)).map(choice => choice.label);
  if (sayAll && labels.length > 1 && labels.length === all.length) return 'All selected';
  return labels.length > 2 ? `${labels.length} selected: ${labels.join(', ')}` : labels.join(', ');
}

/** Whether "Select all" is ticked, for the options that can be chosen. */
export function allTicked(values: readonly unknown[], open: readonly Choice[]): boolean | 'mixed' {
  const chosen = open.filter(choice => includesValue(values, choice.value)).length;
  return chosen > 0 && chosen < open.length ? 'mixed' : chosen > 0;
}

export function labelOf({ label }: Choice): string {
  return label || '(empty)';
}

/** What stands in a list without options. */
export function emptyText(search: string): string {
  return search ? `Nothing matches “${search}”` : 'No options';
}

/** What stands below a list that is cut; undefined below a whole one. */
export function restText(count: number): string | undefined {
  return count > LIMIT ? `${count - LIMIT} more: search to narrow the list` : undefined;
}
