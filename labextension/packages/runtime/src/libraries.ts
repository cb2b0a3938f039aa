/** The libraries that app code may use. A build may put another module in this one's place, which loads them later. */
import * as lodash from 'lodash-es';
import moment from 'moment';

export type Moments = typeof moment;

/** Whose now is `moment()`; there is one moment in a worker, and one runtime. */
export function setMomentNow(now: () => number): void {
  moment.now = now;
}

export function momentLibrary(): Moments {
  return moment;
}

/** The default export is the callable `_`; its types do not know it. */
export function lodashLibrary(): unknown {
  return Reflect.get(lodash, 'default');
}
