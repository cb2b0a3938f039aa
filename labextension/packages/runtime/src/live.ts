/** An app that is shown in several places, or that Python looks at: what was set in it by hand, and what its components expose. */
import type { App } from './app';
import { isRecord, same } from './equal';
import type { Instance } from './instance';
import { plain } from './plain';
import type { Patch } from './patches';
import { isLarge } from './size';
import type { ExposedNews, Live, News, Setting } from './types';

/** Where the pointer is concerns nobody else. */
const OWN_AFFAIRS = new Set(['$hovered', 'hoveredRow', 'hoveredRowId']);

/** Other components, to be read by expressions only. */
const FACES = new Set(['children']);

type Values = Map<string, unknown>;

/** What a running app has to tell, and what can be told to it from elsewhere. */
export class LiveApp implements Live {
  /** What was told last, by instance: values set by hand, then exposed ones that the renderer does not get. */
  private readonly set = new Map<string, Values>();
  private readonly seen = new Map<string, Values>();
  private variables: Values = new Map();
  private readonly pageVariables = new Map<string, Values>();
  private page: unknown;
  /** Large values that somebody waits for, as `<instance> <key>`. */
  private readonly watched = new Set<string>();

  constructor(private readonly app: App) {}

  news(patches: readonly Patch[]): News {
    const { graph } = this.app;
    return graph.untracked(() => {
      const settings = this.pageNews();
      const touched = this.touched(patches);
      for (const instance of touched) settings.push(...this.instanceNews(instance));
      settings.push(...this.shelfNews());
      return { settings, exposed: this.exposedNews(patches, touched) };
    });
  }

  adopt(settings: readonly Setting[]): void {
    const page = settings.find(setting => setting.kind === 'page');
    if (page) this.adoptPage(page.value);
    this.app.waves.batch(() => {
      for (const setting of settings) this.adoptOne(setting);
    });
  }

  assign(component: string, key: string, value: unknown): unknown {
    const instance = this.instance(component);
    this.app.waves.batch(() => assign(instance, key, value));
    return plain(this.app.graph.untracked(() => instance.get(key)));
  }

  expose(component: string, key: string): unknown {
    const instance = this.instance(component);
    return this.app.graph.untracked(() => plain(instance.get(key)));
  }

  watch(component: string, key: string): void {
    this.watched.add(`${component} ${key}`);
    this.seen.get(component)?.delete(key);
  }

  private instance(component: string): Instance {
    const found = this.app.page.instances.get(component);
    if (!found) throw new Error('The component is not on the page that is shown');
    return found;
  }

  private touched(patches: readonly Patch[]): Set<Instance> {
    const { instances } = this.app.page;
    const found = patches.flatMap(patch => instances.get(instanceOf(patch)) ?? []);
    return new Set(found);
  }

  /** A new page comes with new instances: what was told of the others is over. */
  private pageNews(): Setting[] {
    const now = this.pageNow();
    if (same(now, this.page)) return [];
    const isFirst = this.page === undefined;
    this.page = now;
    this.set.clear();
    this.seen.clear();
    return isFirst ? [] : [{ kind: 'page', of: '', key: '', value: now }];
  }

  private pageNow(): { handle: string; urlparams: unknown } {
    return { handle: this.app.page.page.handle, urlparams: plain(this.app.globals.get('urlparams')) };
  }

  private instanceNews(instance: Instance): Setting[] {
    const now = Object.entries(instance.overrides()).filter(([key]) => !OWN_AFFAIRS.has(key));
    const told = this.set.get(instance.key) ?? new Map<string, unknown>();
    this.set.set(instance.key, new Map(now));
    return differences(told, now, (key, value) => ({ kind: 'component', of: instance.key, key, ...value }));
  }

  private shelfNews(): Setting[] {
    const now = this.variablesNow();
    const settings = differences(this.variables, now, (key, value) => ({ kind: 'variable', of: '', key, ...value }));
    this.variables = new Map(now);
    for (const [page, shelf] of this.app.pagesVariables) {
      const own = Object.entries(recordOf(plain(shelf.values())));
      const told = this.pageVariables.get(page) ?? new Map<string, unknown>();
      settings.push(...differences(told, own, (key, value) => ({ kind: 'page-variable', of: page, key, ...value })));
      this.pageVariables.set(page, new Map(own));
    }
    return settings;
  }

  private variablesNow(): [string, unknown][] {
    return Object.entries(recordOf(plain(this.app.variables.values())));
  }

  private exposedNews(patches: readonly Patch[], touched: Set<Instance>): ExposedNews[] {
    const found = new Map<string, ExposedNews>();
    const of = (instance: string): ExposedNews => {
      const known = found.get(instance) ?? { instance, exposed: {}, large: [] };
      found.set(instance, known);
      return known;
    };
    for (const patch of patches) {
      if (!('exposed' in patch) || !patch.exposed) continue;
      const spec = this.app.page.instances.get(patch.instance)?.plan.spec;
      for (const [key, value] of Object.entries(patch.exposed))
        if (!spec || (spec.exposes && key in spec.exposes)) this.tell(of(patch.instance), key, value);
    }
    for (const instance of touched) this.unsentNews(instance, of);
    return Array.from(found.values()).filter(({ exposed, large }) => Object.keys(exposed).length + large.length > 0);
  }

  /** The values that stay in the runtime: a long one is computed only for somebody who waits for it. */
  private unsentNews(instance: Instance, of: (instance: string) => ExposedNews): void {
    const seen = this.seen.get(instance.key) ?? new Map<string, unknown>();
    this.seen.set(instance.key, seen);
    for (const key of instance.behaviour.unsent ?? []) {
      if (OWN_AFFAIRS.has(key) || FACES.has(key) || (seen.get(key) === LARGE && !this.isWatched(instance.key, key)))
        continue;
      const value = instance.get(key);
      if (seen.get(key) === value) continue;
      seen.set(key, this.tell(of(instance.key), key, value) ? value : LARGE);
    }
  }

  /** Puts a value into the news; returns whether it was small enough, or awaited. */
  private tell(news: ExposedNews, key: string, value: unknown): boolean {
    if (OWN_AFFAIRS.has(key) || FACES.has(key)) return true;
    const isSent = this.isWatched(news.instance, key) || !isLarge(value);
    if (isSent) news.exposed[key] = plain(value) ?? null;
    else news.large.push(key);
    return isSent;
  }

  private isWatched(instance: string, key: string): boolean {
    return this.watched.has(`${instance} ${key}`);
  }

  private adoptPage(value: unknown): void {
    const now = this.app.graph.untracked(() => this.pageNow());
    if (!isRecord(value) || typeof value['handle'] !== 'string' || same(value, now)) return;
    const urlparams = isRecord(value['urlparams']) ? value['urlparams'] : {};
    const query = Object.entries(urlparams).map(([key, item]): [string, string] => [key, String(item)]);
    this.app.waves.batch(() => this.app.switchPage(String(value['handle']), query));
    this.app.graph.untracked(() => this.pageNews());
  }

  /** What comes from elsewhere is known there: it is no news. */
  private adoptOne({ kind, of, key, ...setting }: Setting): void {
    if (kind === 'variable') adoptVariable(this.app.variables, this.variables, key, setting);
    if (kind === 'page-variable') {
      const told = this.pageVariables.get(of) ?? new Map<string, unknown>();
      this.pageVariables.set(of, told);
      adoptVariable(this.app.variablesOf(of), told, key, setting);
    }
    if (kind !== 'component') return;
    const instance = this.app.page.instances.get(of);
    if (!instance) return;
    const told = this.set.get(of) ?? new Map<string, unknown>();
    this.set.set(of, told);
    if ('value' in setting) {
      told.set(key, setting.value);
      instance.restore({ [key]: setting.value });
    } else {
      told.delete(key);
      instance.release(key);
    }
  }
}

/** Stands for a value that was too long to tell. */
const LARGE = Symbol('large');

function instanceOf(patch: Patch): string {
  if ('instance' in patch) return patch.instance;
  if ('data' in patch) return patch.data.instance;
  return '';
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** What is new or another one, then what is gone. */
function differences(
  told: Values,
  now: readonly [string, unknown][],
  made: (key: string, value: { value?: unknown }) => Setting
): Setting[] {
  const changed = now.filter(([key, value]) => !told.has(key) || !same(told.get(key), value));
  const keys = new Set(now.map(([key]) => key));
  const gone = Array.from(told.keys()).filter(key => !keys.has(key));
  return [...changed.map(([key, value]) => made(key, { value: value ?? null })), ...gone.map(key => made(key, {}))];
}

interface Variables {
  set(key: string, value: unknown): void;
  unset(key: string): void;
}

function adoptVariable(shelf: Variables, told: Values, key: string, setting: { value?: unknown }): void {
  if ('value' in setting) {
    told.set(key, setting.value);
    shelf.set(key, setting.value);
  } else {
    told.delete(key);
    shelf.unset(key);
  }
}

/** Sets an exposed value as a person or an action of the app would; the events that follow are the same. */
function assign(self: Instance, key: string, value: unknown): void {
  const { behaviour, plan } = self;
  const action = ASSIGNED[self.component.type]?.[key];
  if (action) return void self.act(...action(value));
  const gesture = GESTURES[self.component.type]?.[key];
  if (gesture !== undefined) return assignGesture(self, key, value, gesture);
  if (behaviour.field === key) return assignField(self, key, value);
  const follows = plan.spec?.exposes?.[key]?.follows;
  if (follows !== undefined) return self.override(follows, value);
  throw new Error(`${self.name}.${key} follows from other values and cannot be set`);
}

function assignField(self: Instance, key: string, value: unknown): void {
  const isTyped = self.plan.spec?.events?.includes('onChange') === true;
  assignGesture(self, key, value, isTyped ? 'onChange' : 'onSelect');
}

function assignGesture(self: Instance, key: string, value: unknown, event: string): void {
  const before = self.get(key);
  self.adopt({ [key]: value });
  if (!same(before, self.get(key))) self.fire(event);
}

type Told = (value: unknown) => [action: string, params: unknown[]];

/** Values that are no fields and have an action of their own. */
const ASSIGNED: Record<string, Record<string, Told | undefined> | undefined> = {
  ModalV2: { show: value => [value === true ? 'open' : 'close', []] },
  Table: { pageIndex: value => ['setPage', [value]], filters: value => ['setFilters', [value]] },
  Tabs: { currentTab: value => ['setTab', [value]] },
};

/** Values that a person changes and that are no fields: what happens then. */
const GESTURES: Record<string, Record<string, string | undefined> | undefined> = {
  Listview: { selectedRecordId: 'onRecordClicked' },
  Table: { searchText: 'onSearch', selectedRowId: 'onRowClicked' },
};
