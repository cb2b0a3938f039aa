/** Letters as the page's style writes them: a heading in capitals is read in capitals. */
import type { Part } from '../seen';

const CASES: Record<string, (text: string) => string> = {
  uppercase: text => text.toUpperCase(),
  lowercase: text => text.toLowerCase(),
  capitalize: text =>
    text.replace(/(^|[^\p{L}\p{N}'’])(\p{L})/gu, (_all, before: string, first: string) => before + first.toUpperCase()),
};

export function casedText(text: string, style: string): string {
  return (Object.hasOwn(CASES, style) ? CASES[style]?.(text) : undefined) ?? text;
}

/** Parts with their words in that case. */
export function cased(parts: readonly Part[], style: string): Part[] {
  if (!Object.hasOwn(CASES, style)) return [...parts];
  return parts.map(part => {
    if (typeof part === 'string') return casedText(part, style);
    return { ...part, ...(part.name && { name: casedText(part.name, style) }), children: cased(part.children, style) };
  });
}
