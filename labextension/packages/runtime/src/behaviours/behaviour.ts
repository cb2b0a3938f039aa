/** What a component does without being drawn: its state, what it exposes, what it can be told. */
import type { Instance } from '../instance';
import type { Patch } from '../patches';

/** A function of an instance; what it reads becomes its dependencies. */
export type Reads = (self: Instance) => unknown;

/** An action of a component, called with ToolJet's parameters. */
export type Act = (self: Instance, ...params: unknown[]) => unknown;

/** One component type. Everything may be left out: the spec's `follows` and the standard actions do the rest. */
export interface Behaviour {
  /** Values that start as this function says, may be set, and start again when what it says changes. */
  state?: Record<string, Reads>;
  /** Values that only follow from others. */
  derived?: Record<string, Reads>;
  actions?: Record<string, Act>;
  /** Exposed values that stay in the runtime: long, or made of other components. */
  unsent?: string[];
  /** Properties that are sent in slices, or not at all. */
  bulk?: string[];
  dropped?: string[];
  /** The exposed value that is the component's part of a form. */
  field?: string;
  /** What is wrong with its value; '' for nothing. */
  error?: (self: Instance) => string;
  /** Values the user set, as the state they mean. */
  adopt?: (self: Instance, values: Record<string, unknown>) => Record<string, unknown>;
  /** More to tell the renderer than properties and exposed values; everything when `all`. */
  report?: (self: Instance, patches: Patch[], all: boolean) => void;
  /** Makes the instances it repeats, before a report asks for them. */
  grow?: (self: Instance) => void;
  /** Told before the instance goes. */
  closed?: (self: Instance) => void;
  /** Told after the handlers of an event were started; `done` says whether all of them succeeded. */
  after?: (self: Instance, event: string, done: Promise<boolean>) => void;
}
