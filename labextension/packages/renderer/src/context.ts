/** What every part of a shown page shares: the state, the way to the runtime, who is inside whom. */
import type { Component, Device } from '@tooljet/schema';
import type { PageState } from '@tooljet/runtime';
import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { RendererLink } from './link';
import { PAGE, type Instance, type Store } from './store';

export interface Shown {
  store: Store;
  link: RendererLink;
  device: Device;
  /** Components by seat, see `page/tree.ts` of the components. */
  seats: ReadonlyMap<string, Component[]>;
  /** The phone shows one column in reading order, because nobody laid the page out for it. */
  oneColumn: boolean;
  /** Draws the children of one seat; `rows` names the rows of the Listviews around it. */
  seat(parent: string | null, slot: string, rows: string): ReactNode;
  /** Some components say that they are for the phone, so the others are not. */
  chosenForPhone: boolean;
}

export const ShownContext = createContext<Shown | null>(null);

/** The page around this component. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('This part of the renderer is used outside of a page.');
  return shown;
}

/** The instance as it is now; renders again only when it changed. */
export function useInstance(store: Store, key: string): Instance | undefined {
  const listen = useCallback((listener: () => void) => store.listen(key, listener), [store, key]);
  return useSyncExternalStore(listen, () => store.instance(key));
}

/** The page as it is now, undefined before the runtime's first wave. */
export function usePage(store: Store): PageState | undefined {
  const listen = useCallback((listener: () => void) => store.listen(PAGE, listener), [store]);
  return useSyncExternalStore(listen, () => store.page);
}
