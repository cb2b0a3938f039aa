/** The viewer page; its only entry is `main.ts`. */
export { addressOf, placeOf, safeLink, urlparams } from './address';
export type { Place } from './address';
