/** What the surroundings of an app say, and the mode that follows from it: a small store for React. */
import type { AppMode, Device, ViewerDefinition } from '@tooljet/schema';
import type { Surroundings } from '../link';

export interface OutsideState extends Surroundings {
  definition: ViewerDefinition;
  device: Device;
  /** The page to draw while the runtime has not spoken: an id or a handle. */
  page?: string;
  /** Another number draws every component anew. */
  generation?: number;
  /** What the app chose while it ran, over what its settings say. */
  chosenMode?: AppMode;
  mode: AppMode;
}

/** The app's own wish wins over the page around it. */
export function settledMode({ chosenMode, definition, theme }: Omit<OutsideState, 'mode'>): AppMode {
  const wish = chosenMode ?? definition.settings.appMode;
  return wish === 'auto' ? theme : wish;
}

export class Outside {
  private state: OutsideState;
  private readonly listeners = new Set<() => void>();

  constructor(state: Omit<OutsideState, 'mode'>) {
    this.state = { ...state, mode: settledMode(state) };
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly current = (): OutsideState => this.state;

  update(change: Partial<Omit<OutsideState, 'mode'>>): void {
    const next = { ...this.state, ...change };
    this.state = { ...next, mode: settledMode(next) };
    for (const listener of this.listeners) listener();
  }
}
