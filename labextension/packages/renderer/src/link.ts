/** What the renderer needs from the runtime, wherever that runs: a worker, the same thread, a kernel. */
import type { HostAction, Patch } from '@tooljet/runtime';
import type { Component, ViewerDefinition } from '@tooljet/schema';

/** The runtime as the renderer sees it. */
export interface RendererLink {
  /** What the runtime started with; a newer one comes by `Mounted.update`. */
  definition: ViewerDefinition;
  /** One call per wave, the full state of the page at first. Returns the way out. */
  subscribe(listener: (patches: Patch[]) => void): () => void;
  fire(instance: string, event: string, detail?: Record<string, unknown>): void;
  set(instance: string, values: Record<string, unknown>): void;
  /** Asks for the per-cell properties of a Table's column for the rows in sight. */
  cells(instance: string, column: string, rows: number[]): void;
  switchPage(handle: string): void;
  /** Asks the host for what neither runtime nor renderer may do. */
  act(action: HostAction): Promise<unknown>;
  /** A component could not be drawn; for the log. */
  failed(component: Component, message: string): void;
}

/** What the surroundings say about the look; all of it can change while the app runs. */
export interface Surroundings {
  /** The app's name for the header. */
  title: string;
  /** The theme of the page around the app; an app with its own mode keeps that. */
  theme: 'light' | 'dark' | 'auto';
  /** A sentence above the app: something was stopped or left out. */
  notice?: string;
}
