/** What app code finds in a browser's worker and V8 alone does not have: put among the globals before an app starts. */
import { atob, btoa } from './base64';
import { structuredClone } from './clone';
import { AbortController, AbortSignal } from './abort';
import { Search } from './search';
import { TextDecoder, TextEncoder } from './text';
import { Address } from './url';

const queueMicrotask = (run: () => void): void => void Promise.resolve().then(run);

/** Nothing that is there already is replaced. */
export function addWeb(world: object): void {
  const names = {
    atob,
    btoa,
    structuredClone,
    queueMicrotask,
    AbortController,
    AbortSignal,
    TextDecoder,
    TextEncoder,
    URL: Address,
    URLSearchParams: Search,
  };
  for (const [name, value] of Object.entries(names)) {
    if (!(name in world)) Object.defineProperty(world, name, { value, writable: true, configurable: true });
  }
}
