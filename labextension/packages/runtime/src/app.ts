/** One running app: holds its parts, the current page and what came from outside. */
import type { Device, Page, ViewerDefinition } from '@tooljet/schema';
import { isHidden } from './actions/navigation';
import { builtins, type Names } from './builtins';
import type { Context } from './context';
import { Evaluator } from './evaluator';
import { Events } from './events';
import { componentsFace } from './face';
import { Graph, Source, type Derived } from './graph';
import type { Host, LogSource } from './host';
import { Logbook } from './logbook';
import { PageView } from './page';
import type { PageState, Patch } from './patches';
import { markFace } from './plain';
import { Queries } from './queries';
import { Scope } from './scope';
import { Shelf } from './shelf';
import { asText, template } from './template';
import type { Globals, RuntimeOptions } from './types';
import { Waves, type Reporter } from './waves';

const APP: LogSource = { kind: 'app', id: '', name: 'app' };

export class App implements Context, Reporter {
  readonly host: Host;
  readonly graph: Graph;
  readonly log: Logbook;
  readonly evaluator: Evaluator;
  readonly waves: Waves;
  readonly variables: Shelf;
  readonly globals: Shelf;
  readonly constants: Shelf;
  readonly device: Source<Device>;
  readonly events: Events;
  readonly scope: Scope;
  readonly pagesVariables = new Map<string, Shelf>();
  definition: ViewerDefinition;
  queries: Queries;
  page: PageView;
  private readonly pageId: Source<string>;
  /** Whether listeners have not heard of the current page. */
  private isFresh = true;

  constructor(options: RuntimeOptions) {
    const { host, definition } = options;
    this.host = host;
    this.definition = definition;
    this.log = new Logbook(host);
    this.graph = new Graph((names, nodes) => this.foundCycle(names, nodes));
    this.evaluator = new Evaluator(host, this.log, options.leftOut ?? []);
    this.waves = new Waves(host, () => this.log.write('error', APP, 'Values keep changing each other without end'));
    this.variables = this.shelf('variables', 'actions.setVariable');
    this.globals = this.shelf('globals', 'an action');
    this.constants = this.shelf('constants', 'the settings of the workspace');
    this.device = new Source<Device>(this.graph, options.device);
    this.pageId = new Source(this.graph, '');
    this.events = new Events(this);
    this.scope = this.appScope();
    this.setGlobals(options.globals, options.urlparams);
    this.constants.assign(options.constants);
    this.queries = new Queries(this, definition.queries);
    this.page = this.view(this.firstPage(options.page));
  }

  get pageVariables(): Shelf {
    return this.variablesOf(this.page.page.id);
  }

  /** The variables of a page; they outlive a look at another page. */
  variablesOf(page: string): Shelf {
    const known = this.pagesVariables.get(page);
    if (known) return known;
    const made = this.shelf('page.variables', 'actions.setPageVariable');
    this.pagesVariables.set(page, made);
    return made;
  }

  setGlobals(globals: Globals, urlparams?: Record<string, string>): void {
    const current = this.globals.get('urlparams');
    this.globals.assign({ ...globals, urlparams: urlparams ?? globals.urlparams ?? current ?? {} });
  }

  /** Make the instances of the current page. */
  openPage(): void {
    this.pageId.set(this.page.page.id);
    this.page.open();
    this.isFresh = true;
    this.waves.touch(this);
  }

  /** Show another page and load it. */
  switchPage(handle: string, query: [string, string][]): void {
    const page = this.definition.pages.find(candidate => candidate.handle === handle);
    if (!page) throw new Error(`There is no page ${handle}`);
    this.globals.set('urlparams', Object.fromEntries(query));
    this.show(page);
    void this.load();
  }

  /** Put a page in place of the current one. */
  show(page: Page): void {
    this.queries.unwatch();
    this.page.close();
    this.log.clear();
    this.page = this.view(page);
    this.openPage();
  }

  /** Take another definition; the queries and the page start anew. */
  redefine(definition: ViewerDefinition): void {
    const current = this.page.page.id;
    this.definition = definition;
    this.queries.stop();
    this.queries = new Queries(this, definition.queries);
    this.show(definition.pages.find(page => page.id === current) ?? this.firstPage(undefined));
  }

  /** What happens when a page loads. */
  async load(): Promise<void> {
    const { page } = this.page;
    const source: LogSource = { kind: 'page', id: page.id, name: page.name };
    const loading = this.because(`loading ${page.name}`, () => {
      this.queries.watch();
      const queries = this.queries.load();
      const handlers = page.events.filter(handler => handler.eventId === 'onPageLoad');
      void this.events.run(handlers, { event: 'onPageLoad', source, scope: this.scope, row: null });
      return queries;
    });
    await loading;
  }

  because<T>(event: string, run: () => T): T {
    return this.graph.causedBy({ event, time: this.host.now() }, () => this.waves.batch(run));
  }

  report(patches: Patch[]): void {
    patches.unshift({ page: this.pageState(), fresh: this.isFresh });
    this.isFresh = false;
  }

  pageState(): PageState {
    const { id, name, handle } = this.page.page;
    const background = template(this.definition.settings.canvasBackgroundColor);
    const place = { id: 'app.canvasBackgroundColor', source: APP };
    const pages = this.definition.pages.map(page => ({
      id: page.id,
      name: page.name,
      handle: page.handle,
      icon: page.icon ?? null,
      hidden: isHidden(this, page),
      disabled: page.disabled === true,
    }));
    const device = this.device.get();
    return {
      id,
      name,
      handle,
      device,
      background: asText(this.evaluator.evaluate(background, this.scope, place)),
      pages,
    };
  }

  stop(): void {
    this.events.stop();
    this.queries.stop();
    this.page.close();
    this.waves.stop();
  }

  private view(page: Page): PageView {
    return new PageView(this, page);
  }

  private firstPage(handle: string | undefined): Page {
    const { pages, homePage } = this.definition;
    const wanted = pages.find(page => page.handle === handle && page.disabled !== true);
    const page = wanted ?? pages.find(candidate => candidate.id === homePage) ?? pages[0];
    if (!page) throw new Error('The app has no page');
    return page;
  }

  private appScope(): Scope {
    const names = builtins(this.host);
    names['components'] = componentsFace(
      this,
      name => this.named(name),
      () => this.page.names()
    );
    names['variables'] = this.variables.face;
    names['globals'] = this.globals.face;
    names['constants'] = this.constants.face;
    names['parameters'] = {};
    names['page'] = this.pageFace();
    Object.defineProperty(names, 'queries', { get: () => this.queries.face, enumerable: true });
    return new Scope(names);
  }

  private pageFace(): object {
    const current = (): Page => {
      this.pageId.get();
      return this.page.page;
    };
    const read: Names = {};
    Object.defineProperties(read, {
      id: { get: () => current().id, enumerable: true },
      name: { get: () => current().name, enumerable: true },
      handle: { get: () => current().handle, enumerable: true },
      variables: { get: () => this.variablesOf(current().id).face, enumerable: true },
    });
    return markFace(read);
  }

  /** A component that is not on this page may be on the next one: that read depends on the page. */
  private named(name: string): ReturnType<PageView['named']> {
    const found = this.page.named(name);
    if (!found) this.pageId.get();
    return found;
  }

  private shelf(name: string, instead: string): Shelf {
    return new Shelf(this.graph, key =>
      this.log.write('warning', APP, `${name}.${key} cannot be assigned; use ${instead}`)
    );
  }

  private foundCycle(names: string[], nodes: Derived[]): void {
    const named = nodes.find(node => node.name !== '');
    const path = names.join(' → ');
    this.log.problem(`cycle ${named?.name ?? path}`, APP, `These values depend on each other: ${path}`, {
      path: names,
    });
  }
}
