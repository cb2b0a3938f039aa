/** The viewer page; its only entry is `main.ts`. */
export { addressOf, placeOf, urlparams } from './address';
export type { Place } from './address';
