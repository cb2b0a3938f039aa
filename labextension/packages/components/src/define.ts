/** What a component is given to draw itself, and the shape of a renderer. */
import type { CellValues, HostAction } from '@tooljet/runtime';
import type { Device, Events, Exposed, Name, Props } from '@tooljet/schema';
import type { ReactNode } from 'react';

/** The rows of a Listview that exist: `from`, `from + 1`, ... out of `total`. */
export interface RowsInLife {
  from: number;
  count: number;
  total: number;
}

/** Everything a component of type `N` knows: its resolved properties and the ways to say that the user did something. */
export interface Given<N extends Name> {
  /** Instance key: the component's id, with `@<row>` inside a Listview. Unique on the page. */
  id: string;
  /** The name the builder gave, such as `ordersTable`. */
  name: string;
  props: Props[N];
  exposed: Exposed[N];
  /** Why the value is refused, in words for the user. */
  error?: string;
  /** Says that an event happened; handled after every `set` called before it. */
  fire(event: Events[N], detail?: Record<string, unknown>): void;
  /** Changes exposed values as the user did. */
  set(values: Partial<Exposed[N]>): void;
  /** The children on their 43-column grid: the body, or a named slot such as `header` or a tab's id. */
  slot(name?: string): ReactNode;
  /** One row of a Listview. */
  row(index: number): ReactNode;
  /** Listview: which rows are alive. */
  rows?: RowsInLife;
  /** Table: asks for what a column says about single cells of the rows in sight; it comes as `cellValues`. */
  cells?(column: string, rows: number[]): void;
  /** Table: that, per column key and row number. */
  cellValues?: Readonly<Record<string, ReadonlyMap<number, CellValues>>>;
  /** Asks the host for what a frame may not do itself: open a link, download a file. */
  act(action: HostAction): void;
  media: Device;
}

/** Draws one type of component; lazily loaded ones are renderers too. */
export type Renderer<N extends Name> = (given: Given<N>) => ReactNode;
