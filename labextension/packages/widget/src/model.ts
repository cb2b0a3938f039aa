/** The widget's half in the kernel, as the page sees it: the traits of `tj.App` and a way to send messages. */
import type { AnyModel } from '@anywidget/types';
import type { ErrorBody, Query } from '@tooljet/schema';

/** The traits that are synchronised. */
export interface Traits {
  /** The whole definition, as the kernel composes it. */
  definition: { queries?: Query[]; settings?: { allowedHosts?: unknown }; [key: string]: unknown };
  /** The kernel's idea of the server's address; the page may know it by another one. */
  server_url: string;
  /** The user's id on that server: the page's own server is the same one if it knows the page's user by it. */
  user_id: string;
  title: string;
  /** Where the saved app can be opened, below the server's address; '' before it is saved. */
  link: string;
  /** Pixels; 0: as high as the page of the app. */
  height: number;
  /** The error that kept the kernel from composing the app; empty when there is none. */
  problem: Partial<ErrorBody>;
}

/** Something in an app that cannot work: where, and why. */
export interface Problem {
  place: string;
  reason: string;
}

export type Model = Pick<AnyModel<Traits>, 'get' | 'on' | 'off' | 'send'>;

/** What anywidget hands to `render`, and where the bundle came from. */
export interface Given {
  model: Model;
  el: HTMLElement;
  /** The base address of the server that served the bundle; without it the bundle came from the kernel. */
  base?: string;
}
