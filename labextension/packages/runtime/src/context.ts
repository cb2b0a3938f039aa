/** What the parts of one running app know of each other. */
import type { Device, ViewerDefinition } from '@tooljet/schema';
import type { Events } from './events';
import type { Evaluator } from './evaluator';
import type { Graph, Source } from './graph';
import type { Host } from './host';
import type { Logbook } from './logbook';
import type { PageView } from './page';
import type { Queries } from './queries';
import type { Scope } from './scope';
import type { Shelf } from './shelf';
import type { Waves } from './waves';

export interface Context {
  readonly host: Host;
  readonly graph: Graph;
  readonly log: Logbook;
  readonly evaluator: Evaluator;
  readonly waves: Waves;
  /** The names of the whole app. */
  readonly scope: Scope;
  readonly variables: Shelf;
  readonly globals: Shelf;
  readonly device: Source<Device>;
  readonly definition: ViewerDefinition;
  readonly queries: Queries;
  readonly events: Events;
  readonly page: PageView;
  /** The variables of the current page. */
  readonly pageVariables: Shelf;
  switchPage(handle: string, query: [string, string][]): void;
  /** Run in one wave; what changes meanwhile is because of that event. */
  because<T>(event: string, run: () => T): T;
}
