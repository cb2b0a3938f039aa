/** Where the home page is: `#/sources/new` in the address, so that JupyterLab and bookmarks can open any part of it. */
import { useSyncExternalStore } from 'react';

export const PARTS = ['apps', 'sources', 'queries', 'tables', 'runs'] as const;
export type Part = (typeof PARTS)[number];

export interface Route {
  part: Part;
  /** What follows the part: an id, or `new` and what to start from. */
  rest: string[];
}

/** The route of a hash; apps where it names nothing we know. */
export function parse(hash: string): Route {
  const [first = '', ...rest] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(step => step !== '')
    .map(step => decodeURIComponent(step));
  const part = PARTS.find(known => known === first);
  return part ? { part, rest } : { part: 'apps', rest: [] };
}

/** The hash of a route, for links. */
export function to(part: Part, ...rest: string[]): string {
  return `#/${[part, ...rest.map(encodeURIComponent)].join('/')}`;
}

/** Goes there; `instead` leaves no step back to where we are. */
export function go(hash: string, { instead = false } = {}): void {
  if (instead) location.replace(hash);
  else location.hash = hash;
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The route as it is now. */
export function useRoute(): Route {
  return parse(useSyncExternalStore(listen, () => location.hash));
}
