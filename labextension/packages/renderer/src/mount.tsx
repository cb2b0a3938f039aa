/** Puts an app on the screen and keeps it current. */
import type { AppMode, Device, ViewerDefinition } from '@tooljet/schema';
import type { HostAction } from '@tooljet/runtime';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { RendererLink, Surroundings } from './link';
import { App } from './page/App';
import { Outside } from './page/outside';
import { Questions } from './page/questions';
import { Toasts } from './page/toasts';
import { isOwn, perform, type Hands } from './perform';
import { Store } from './store';
import './renderer.css';

export interface MountOptions extends Surroundings {
  device: Device;
  /** The handle of the page to draw while the runtime has not spoken. */
  page?: string;
  /** Told when the app changes between light and dark by itself. */
  modeChanged?(mode: AppMode): void;
}

/** A shown app. */
export interface Mounted {
  /** Does what the runtime asks for, or returns undefined when that is the host's. */
  perform(action: HostAction): Promise<unknown> | undefined;
  update(change: Partial<Surroundings & { device: Device; definition: ViewerDefinition }>): void;
  /** Forgets what fields hold that nobody has taken in yet: the runtime started again from an earlier state. */
  reset(): void;
  unmount(): void;
}

/** Shows the app behind `link` in `element`, at first with every component's outline. */
export function mount(element: HTMLElement, link: RendererLink, options: MountOptions): Mounted {
  const { modeChanged, ...surroundings } = options;
  const outside = new Outside({ ...surroundings, definition: link.definition });
  const hands: Hands = { root: element, toasts: new Toasts(), questions: new Questions(), outside };
  const store = new Store();
  const own: RendererLink = {
    ...link,
    act: action => (isOwn(action) ? perform(action, hands) : link.act(action)),
  };
  const root = createRoot(element);
  // At once: whoever waits to take its own outline away finds ours in place.
  flushSync(() => root.render(<App link={own} store={store} {...hands} />));
  const stopListening = link.subscribe(patches => store.take(patches));
  const stopMode = outside.listen(() => modeChanged?.(outside.current().mode));
  return {
    perform: action => (isOwn(action) ? perform(action, hands) : undefined),
    update: change => outside.update(change),
    reset: () => outside.update({ generation: (outside.current().generation ?? 0) + 1 }),
    unmount() {
      stopListening();
      stopMode();
      root.unmount();
    },
  };
}
