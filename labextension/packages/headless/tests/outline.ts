/** What is seen as indented lines, to be compared in tests: `button "Save" [disabled]`. */
import type { Part, Seen } from '../src/sight';

function head({ role, name, value, states = {}, description }: Seen): string {
  const told = Object.entries(states).map(([key, state]) =>
    state === true ? `[${key}]` : `[${key}=${String(state)}]`
  );
  const words = [role, ...(name ? [`"${name}"`] : []), ...(value ? [`= ${value}`] : []), ...told];
  return [...words, ...(description ? [`(${description})`] : [])].join(' ');
}

function lines(part: Part, indent: string): string[] {
  if (typeof part === 'string') return [`${indent}${part}`];
  return [`${indent}${head(part)}`, ...part.children.flatMap(child => lines(child, `${indent}  `))];
}

/** The lines of everything in a thing. */
export function outline(seen: Seen): string {
  return seen.children.flatMap(child => lines(child, '')).join('\n');
}

/** The first thing with a role, and a name where one is given. */
export function find(seen: Seen, role: string, name?: string): Seen | undefined {
  if (seen.role === role && (name === undefined || seen.name === name)) return seen;
  for (const child of seen.children) {
    const found = typeof child === 'string' ? undefined : find(child, role, name);
    if (found) return found;
  }
  return undefined;
}
