/** What a component shows about its data: missing, old, cut, or newer data on its way. */
import type { Failure, Life } from '@tooljet/components/pure/supply/life';
import { seen, type Part } from '../seen';

const AGAIN = seen('button', { name: 'Try again' });

/** Stands in the place of the data. */
export function failed({ query, message, detail }: Failure, unfolded: boolean): Part {
  const facts = `${query}: ${message}${detail === '' ? '' : `\n${detail}`}`;
  return seen('alert', {}, [seen('paragraph', {}, ['The data could not be loaded.']), AGAIN, details(facts, unfolded)]);
}

/** Words that are folded until somebody unfolds them. */
export function details(facts: string, unfolded: boolean): Part {
  const summary = seen('disclosure', { name: 'Details', states: { expanded: unfolded } });
  return seen('group', {}, [summary, ...(unfolded ? [facts] : [])]);
}

/** Quiet lines above data that is there. */
export function notes({ stage, failure, truncated, refreshing }: Life, cut: boolean): Part[] {
  if (stage !== 'there') return [];
  return [
    ...(refreshing ? [seen('progressbar', { name: 'Loading newer data' })] : []),
    ...(failure && !refreshing ? [outdated(failure)] : []),
    ...(cut && truncated !== undefined ? [seen('status', {}, [cutText(truncated)])] : []),
  ];
}

function outdated({ query, message }: Failure): Part {
  return seen('status', { name: `${query}: ${message}` }, [`Not up to date: ${message}`, AGAIN]);
}

export function cutText(rows: number): string {
  return `From the first ${rows.toLocaleString()} rows`;
}
