/** What a browser has and happy-dom has not, as far as components need it. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

window.matchMedia ??= query => Object.assign(new EventTarget(), { matches: false, media: query }) as MediaQueryList;
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(cleanup);
