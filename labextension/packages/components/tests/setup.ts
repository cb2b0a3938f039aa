/** What a browser has and happy-dom has not, as far as components need it. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// A viewer who wants no motion: nothing fades while a test looks at it.
window.matchMedia = media =>
  Object.assign(new EventTarget(), { matches: media.includes('reduced-motion'), media }) as MediaQueryList;
Element.prototype.scrollIntoView ??= () => undefined;

// Without sizes every menu counts as scrolled out of sight.
Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 200, 40);
Object.defineProperty(document.documentElement, 'clientWidth', { value: 1024 });
Object.defineProperty(document.documentElement, 'clientHeight', { value: 768 });

afterEach(cleanup);
