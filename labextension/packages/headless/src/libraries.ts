/** In place of the runtime's own: the libraries are texts here, evaluated when an app first uses them. */
import type { Moments } from '@tooljet/runtime/libraries';
import lodashText from 'text:lodash';
import momentText from 'text:moment';
import { evaluated } from './evaluated';
import { remember } from './intact';

interface Lodash {
  prototype: object;
  templateSettings: object;
}

const made: { moment?: Moments; lodash?: Lodash } = {};
let now: (() => number) | undefined;
/** How the app speaks of dates, as long as its code does not say otherwise. */
let language: object | undefined;

export function setMomentNow(given: () => number): void {
  now = given;
  if (made.moment) made.moment.now = given;
}

export function momentLibrary(): Moments {
  if (made.moment) return made.moment;
  made.moment = evaluated<{ default: Moments }>(momentText).default;
  if (now) made.moment.now = now;
  language = made.moment.localeData();
  const { moment } = made;
  remember([moment.fn, language, Object.getPrototypeOf(language)]);
  return moment;
}

export function lodashLibrary(): unknown {
  made.lodash ??= kept(evaluated<{ default: Lodash }>(lodashText).default);
  return made.lodash;
}

/** Whether app code left them as they are made. */
export function areLibrariesIntact(): boolean {
  return made.moment === undefined || (made.moment.localeData() === language && made.moment.locales().length === 1);
}

function kept(lodash: Lodash): Lodash {
  remember([lodash, lodash.prototype, lodash.templateSettings]);
  return lodash;
}
