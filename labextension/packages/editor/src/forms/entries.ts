/** Lists inside a form (filters, sorts, columns): stored as an object by id, as apps of ToolJet have them. */
import { isRecord } from './fields';

export interface Entry {
  id: string;
  [part: string]: unknown;
}

/** The entries of a list in their order, whether they came as an object by id or as a list. */
export function entriesOf(value: unknown): Entry[] {
  if (Array.isArray(value))
    return value.filter(isRecord).map((part, index) => ({ ...part, id: String(part.id ?? index) }));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([id, part]) => (isRecord(part) ? [{ ...part, id }] : []));
}

/** The list as it is stored. */
export function stored(entries: Entry[]): Record<string, Entry> {
  // A letter in front keeps the order: whole numbers would sort themselves to the start of the object.
  return Object.fromEntries(entries.map(entry => [/^\d+$/.test(entry.id) ? `e${entry.id}` : entry.id, entry]));
}

/** A new entry with these parts. */
export function added(entries: Entry[], parts: Record<string, unknown>): Entry[] {
  return [...entries, { ...parts, id: crypto.randomUUID() }];
}

/** The entries with one part of one of them changed. */
export function changed(entries: Entry[], id: string, parts: Record<string, unknown>): Entry[] {
  return entries.map(entry => (entry.id === id ? { ...entry, ...parts, id } : entry));
}

/** Names and values in their order: `[[name, value], ...]`, or an object. */
export function pairsOf(value: unknown): [string, string][] {
  const list: unknown[] = isRecord(value) ? Object.entries(value) : Array.isArray(value) ? value : [];
  return list.flatMap((pair: unknown): [string, string][] =>
    Array.isArray(pair) ? [[String(pair[0] ?? ''), String(pair[1] ?? '')]] : []
  );
}

/** The names of the columns to group by, of `{table: [names]}` or a list. */
export function groupsOf(value: unknown): string[] {
  const lists: unknown[] = isRecord(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return lists.flat().filter(name => typeof name === 'string');
}
