/** A running app as a person without eyes on a screen meets it: what gestures act on and what sight describes. */
import type { AlertLevel, Mirror, Runtime } from '@tooljet/runtime';
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
}
