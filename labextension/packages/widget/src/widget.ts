/** One shown app: its server, its frame, its kernel, and what is around it, kept as the kernel says. */
import { createHost, isErrorBody, type FrameSource, type Host, type Init } from '@tooljet/frame';
import type { Globals } from '@tooljet/runtime';
import { act } from './actions';
import { Away } from './away';
import { Height } from './height';
import { allowedHosts, inlineFrame } from './inline';
import { Kernel } from './kernel';
import { Live } from './live';
import type { Given, Model, Traits } from './model';
import { Panel } from './panel';
import { Presence } from './presence';
import { me, Server, type Me, type Preview } from './server';
import { Shots } from './shots';
import { Statuses } from './statuses';
import { followMode, modeOf, type Mode } from './theme';
import { SILENT, troubleOf, type Trouble } from './trouble';
import { overComm, overHttp, type Wire } from './wire';

/** Changes of one cell come one by one; they are shown together. */
const GATHER_MS = 30;

/** The way to the server that was found, and who asks there. */
interface Way {
  wire: Wire;
  user: Me;
  source: FrameSource;
  /** The hosts whose images the frame may show. */
  hosts: string[];
  /** The server's address where the page reaches it. */
  base?: string;
}

export class Widget {
  private readonly model: Model;
  private readonly base: string | undefined;
  private readonly kernel: Kernel;
  private readonly panel: Panel;
  private readonly statuses: Statuses;
  private readonly height: Height;
  private readonly live: Live;
  private readonly presence: Presence;
  private readonly shots: Shots;
  private readonly cleanups: (() => void)[] = [];
  private readonly seen = new WeakSet<EventTarget>();
  private mode: Mode = modeOf(document);
  private way: Way | undefined;
  private away: Away | undefined;
  private server: Server | undefined;
  private host: Host | undefined;
  private state: 'starting' | 'running' | 'stopped' = 'starting';
  /** The definition that was asked for last; another one may have come meanwhile. */
  private fetched: Traits['definition'] | undefined;
  private disposed = false;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  /** The app is on the screen: before that it can be asked nothing. */
  private readonly ready = settled();

  constructor({ model, el, base }: Given) {
    this.model = model;
    this.base = base;
    this.kernel = new Kernel(model);
    this.panel = new Panel(el, () => this.restart());
    this.statuses = new Statuses(this.panel);
    this.height = new Height(this.panel.stage, this.panel.grip, model.get('height'));
    this.shots = new Shots(el, () => this.host?.ask({ name: 'picture' }) ?? Promise.resolve());
    this.live = this.createLive();
    this.presence = new Presence(model, () => this.kernel.say(this.live.ping), base, {
      gone: () => this.kernelGone(),
      back: () => this.kernelBack(),
    });
    this.follow();
    void this.start();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.gathering);
    this.live.say({ kind: 'bye' });
    for (const part of [this.shots, this.presence, this.away, this.host, this.kernel]) part?.dispose();
    for (const cleanup of this.cleanups) cleanup();
  }

  private createLive(): Live {
    return new Live(this.kernel, {
      settle: settings => this.host?.settle(settings),
      ask: wish => this.ready.promise.then(() => this.host?.ask(wish)),
      working: (functions, waiting) => this.statuses.working(functions, waiting),
      said: (name, output) => this.panel.said.add(name, output),
      heard: kernel => this.presence.heard(kernel),
    });
  }

  /** Keeps the panel as the model and the notebook say. */
  private follow(): void {
    const { panel } = this;
    this.on('title', title => panel.named(title));
    this.on('height', height => this.height.fix(height));
    this.on('link', () => this.linked());
    this.listen('problem', () => this.changed());
    this.listen('definition', () => this.changed());
    this.cleanups.push(
      followMode(document, mode => {
        this.mode = mode;
        panel.look(mode);
        this.host?.update({ theme: mode });
        this.shots.touched();
      })
    );
    panel.look(this.mode);
    const leave = (): void => this.live.say({ kind: 'bye' });
    window.addEventListener('pagehide', leave);
    this.cleanups.push(() => window.removeEventListener('pagehide', leave));
    // A notebook takes cells out of the page and puts them back; a frame that comes back starts from nothing.
    panel.stage.addEventListener('load', ({ target }) => target && this.loaded(target), true);
  }

  /** Tells of a trait now and at every change. */
  private on<K extends keyof Traits>(name: K, changed: (value: Traits[K]) => void): void {
    this.listen(name, () => changed(this.model.get(name)));
    changed(this.model.get(name));
  }

  private listen(name: keyof Traits, changed: () => void): void {
    this.model.on(`change:${name}`, changed);
    this.cleanups.push(() => this.model.off(`change:${name}`, changed));
  }

  private async start(): Promise<void> {
    this.state = 'starting';
    try {
      await this.live.hello();
      if (this.disposed || !this.isComposed()) return;
      this.mayShow();
      const way = (this.base && (await this.near(this.base))) || (await this.far());
      if (this.disposed) return;
      this.way = way;
      this.linked();
      this.server = new Server(this.watched(way.wire), this.model);
      this.host = this.createHost(way, this.server);
    } catch (error) {
      this.stopped(troubleOf(error));
    }
  }

  /** An app inside another widget is composed only when the kernel hears that somebody shows it. */
  private isComposed(): boolean {
    const isThere = 'pages' in this.model.get('definition') || isErrorBody(this.model.get('problem'));
    if (!isThere) this.state = 'stopped';
    return isThere;
  }

  /** The page's own server, if it is the one that the kernel speaks of. */
  private async near(base: string): Promise<Way | undefined> {
    const wire = overHttp(base);
    const user = await me(wire).catch(() => undefined);
    if (user?.id !== this.model.get('user_id')) return undefined;
    const hosts = this.hosts();
    // The server's own frame knows nothing of an app that is not saved, nor whose images it may show.
    const source = hosts.length > 0 ? await inlineFrame(this.kernel, { hosts, base }) : { url: frameAt(base) };
    return { wire, user, source, hosts, base };
  }

  /** Everything through the kernel. */
  private async far(): Promise<Way> {
    const wire = overComm(this.kernel);
    const hosts = this.hosts();
    const [user, source] = await Promise.all([me(wire), inlineFrame(this.kernel, { hosts })]);
    return { wire, user, source, hosts };
  }

  private watched(wire: Wire): Wire {
    this.away?.dispose();
    this.away = new Away(wire, {
      lost: error => this.tell(troubleOf(error), () => this.away?.look()),
      // What failed meanwhile is loaded again, and what was entered is set again.
      found: () => this.restart(),
    });
    return this.away.heard;
  }

  private createHost({ source, user }: Way, server: Server): Host {
    return createHost({
      element: this.panel.stage,
      source,
      shield: true,
      init: async () => {
        this.mayShow();
        return this.init(await this.preview(server), user);
      },
      backend: server,
      act: action => act(action, { server: this.address(), callPython: calling => this.live.call(calling) }),
      on: {
        shown: () => this.shown(),
        height: height => this.height.report(height),
        state: news => {
          this.live.news(news);
          this.shots.touched();
        },
        event: (component, event) => this.live.happened(component, event),
        lost: () => this.stopped(SILENT),
        failed: error => this.stopped(troubleOf(error)),
      },
    });
  }

  private init({ definition, constants }: Preview, user: Me): Init {
    const globals: Globals = {
      currentUser: user,
      environment: { name: 'development' },
      theme: { name: this.mode },
      urlparams: {},
      modeOf: { value: 'view' },
    };
    const app = { id: '', name: this.model.get('title'), slug: '' };
    const { settings } = this.live;
    const shared = { reportState: true, settings, theme: this.mode, urlparams: {} };
    return { type: 'init', app, definition: untitled(definition), constants, globals, ...shared };
  }

  private preview(server: Server): Promise<Preview> {
    this.fetched = this.model.get('definition');
    return server.preview();
  }

  private shown(): void {
    this.state = 'running';
    this.ready.settle();
    this.panel.clear();
    this.statuses.say('live');
    this.shots.touched();
    if (this.fetched !== this.model.get('definition') || isErrorBody(this.model.get('problem'))) this.changed();
  }

  private stopped(trouble: Trouble): void {
    this.state = 'stopped';
    this.tell(trouble, () => this.restart());
  }

  private restart(): void {
    this.panel.clear();
    this.statuses.say('starting');
    if (!this.host) return void this.start();
    this.state = 'starting';
    this.host.restart();
  }

  private loaded(frame: EventTarget): void {
    if (this.seen.has(frame)) this.restart();
    else this.seen.add(frame);
  }

  private changed(): void {
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => void this.refresh(), GATHER_MS);
  }

  /** Shows what the kernel has composed now; what cannot work is said, and the app stays as it was. */
  private async refresh(): Promise<void> {
    const { host, server, state } = this;
    // An app that starts looks for changes when it is there.
    if (this.disposed || state === 'starting') return;
    if (!host || !server || state === 'stopped') return this.restart();
    this.asked += 1;
    const asked = this.asked;
    try {
      this.mayShow();
      if (this.hosts().join() !== this.way?.hosts.join()) return this.startAnew();
      const { definition, constants } = await this.preview(server);
      if (asked !== this.asked || this.disposed) return;
      host.update({ definition: untitled(definition), constants });
      this.shown();
    } catch (error) {
      if (asked === this.asked) this.tell(troubleOf(error), () => void this.refresh());
    }
  }

  private hosts(): string[] {
    return allowedHosts(this.model.get('definition'));
  }

  /** What a frame may show is said when it is made; what was entered is set again. */
  private startAnew(): void {
    this.host?.dispose();
    this.host = undefined;
    this.restart();
  }

  /** Throws what the kernel could not compose, if so. */
  private mayShow(): void {
    const problem = this.model.get('problem');
    if (isErrorBody(problem)) throw problem;
  }

  private tell(trouble: Trouble, again: () => void): void {
    const running = this.state === 'running';
    this.statuses.say(running ? 'behind' : 'stopped');
    this.panel.tell(trouble, { again, alone: !running });
  }

  private kernelGone(): void {
    this.live.gone();
    this.statuses.kernel(false);
  }

  /** The kernel answers again: it hears that this output is still there, and says what it knows. */
  private kernelBack(): void {
    this.statuses.kernel(true);
    void this.live.hello();
  }

  private linked(): void {
    const link = this.model.get('link');
    this.panel.opens(link && `${this.address()}${link}`);
  }

  /** Where links into the server begin, as the page reaches it. */
  private address(): string {
    return this.way?.base ?? this.model.get('server_url');
  }
}

function frameAt(base: string): string {
  return `${base}tooljet/frame/`;
}

/** The app without its title: that is in the panel's header already. */
function untitled(definition: Preview['definition']): Preview['definition'] {
  return { ...definition, settings: { ...definition.settings, hideHeader: true } };
}

/** A promise for others to wait for, and the way to settle it. */
function settled(): { promise: Promise<void>; settle(): void } {
  let settle = (): void => undefined;
  const promise = new Promise<void>(resolve => (settle = resolve));
  return { promise, settle };
}
