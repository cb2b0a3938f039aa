/** What is seen: a tree of roles, names and states, as a screen reader would meet it. */

/** One thing on the page. */
export interface Seen {
  role: string;
  name?: string;
  value?: string;
  /** disabled, checked, expanded, selected, invalid, required, level, busy, readonly, current, sort. */
  states?: Record<string, unknown>;
  description?: string;
  /** The component's instance this belongs to, where a gesture can reach it. */
  instance?: string;
  children: Part[];
}

/** A thing or plain words. */
export type Part = Seen | string;

/** What is said of a thing beside its role; what is undefined is not said. */
export type About = Partial<Omit<Seen, 'role' | 'children'>>;

/** A thing; words that say nothing are left out. */
export function seen(role: string, about: About = {}, children: readonly (Part | undefined)[] = []): Seen {
  const { states = {}, ...rest } = about;
  const said = Object.entries(states).filter(([, value]) => value !== undefined);
  const told = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return {
    role,
    ...Object.fromEntries(told),
    ...(said.length > 0 && { states: Object.fromEntries(said) }),
    children: children.filter((child): child is Part => child !== undefined && !isBlank(child)),
  };
}

/** A thing that is called by what is in it; words that the name repeats are not said twice. */
export function named(role: string, children: readonly (Part | undefined)[], about: About = {}): Seen {
  const whole = seen(role, about, children);
  const name = about.name ?? wordsOf(whole.children);
  const repeated = whole.children.every(child => typeof child === 'string');
  return { ...whole, ...(name !== '' && { name }), children: repeated ? [] : whole.children };
}

/** All words in some parts, with the names of controls, on one line. */
export function wordsOf(parts: readonly Part[]): string {
  return parts
    .map(part => (typeof part === 'string' ? part : (part.name ?? wordsOf(part.children))))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A flag as a state: said only when it holds. */
export function when(holds: boolean | undefined): true | undefined {
  return holds ? true : undefined;
}

function isBlank(part: Part): boolean {
  return typeof part === 'string' && part.trim() === '';
}
