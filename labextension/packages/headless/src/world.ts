/** A running app as a person without eyes on a screen meets it: what gestures act on and what sight describes. */
import type { AlertLevel, HostAction, Mirror, Runtime } from '@tooljet/runtime';
import type { Device, ViewerDefinition } from '@tooljet/schema';

/** A message that the app shows for a while. */
export interface Shown {
  level: AlertLevel;
  message: string;
}

export interface World {
  readonly definition: ViewerDefinition;
  readonly device: Device;
  readonly runtime: Runtime;
  /** What the renderer would have: resolved values of every instance. */
  readonly mirror: Mirror;
  readonly title: string;
  /** Messages on the screen now. */
  readonly alerts: Shown[];
  /** The question of an open dialog; null when there is none. */
  readonly question: string | null;
  now(): number;
  /** What a component asks of the host past the runtime: to open a link, to save a file. */
  act(action: HostAction): void;
  /** A person answers the open question. */
  answer(yes: boolean): void;
  /** A person closes the message at a place in `alerts`. */
  dismiss(place: number): void;
}
