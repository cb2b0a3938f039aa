/** Makes a running app: everything in `types.ts` comes together here. */
import { App } from './app';
import { askForCells } from './table/cells';
import { compile } from './compile';
import { inspect } from './inspect';
import type { Instance } from './instance';
import { LiveApp } from './live';
import { restore, snapshotOf } from './snapshot';
import type { Patch, Runtime, RuntimeOptions } from './types';

export function createRuntime(options: RuntimeOptions): Runtime {
  const app = new App(options.state ? { ...options, page: options.state.page } : options);
  const { waves } = app;
  waves.batch(() => {
    app.openPage();
    if (options.state) restore(app, options.state);
  });

  /** Do something with an instance. One that is gone by now (the page changed, a row went) is no fault of the caller. */
  const withInstance = <T>(key: string, event: string, run: (instance: Instance) => T): T | undefined => {
    const found = app.page.instances.get(key);
    if (found) return app.because(`${found.name}${event}`, () => run(found));
    app.log.write('debug', { kind: 'app', id: '', name: 'app' }, `There is no instance ${key} any more`);
    return undefined;
  };

  return {
    // What a snapshot holds was loaded once and is not loaded again.
    start: () => (options.state ? Promise.resolve(app.queries.watch()) : app.load()),
    subscribe: listener => waves.listen(listener, () => everything(app)),
    fire: (key, event, detail) => withInstance(key, `.${event}`, found => found.fire(event, detail)),
    set: (key, values) => withInstance(key, ' was set', found => found.adopt(values)),
    act: (key, action, params) => withInstance(key, `.${action}()`, found => found.act(action, params)),
    cells: (key, column, rows) => withInstance(key, ' was shown', found => askForCells(found, column, rows)),
    switchPage: (handle, query) => app.because(`opening ${handle}`, () => app.switchPage(handle, query ?? [])),
    runQuery: async (query, parameters) => {
      const found = app.queries.find(query);
      if (!found) throw new Error(`There is no query ${query}`);
      const outcome = await app.because(`a run of ${found.definition.name}`, () => found.run(parameters));
      return outcome.data;
    },
    update: change =>
      waves.batch(() => {
        if (change.globals) app.setGlobals(change.globals, change.urlparams);
        else if (change.urlparams) app.globals.set('urlparams', change.urlparams);
        if (change.constants) app.constants.assign(change.constants);
        if (change.device) {
          app.device.set(change.device);
          waves.touch(app);
        }
        if (!change.definition) return;
        const state = snapshotOf(app, true);
        app.redefine(change.definition);
        restore(app, state);
        app.queries.watch();
      }),
    stop: () => app.stop(),
    snapshot: wish => snapshotOf(app, wish?.queryData ?? true),
    live: new LiveApp(app),
    inspect: place => inspect(app, place),
    read: expression => app.graph.untracked(() => compile(expression.trim()).run(app.scope)),
  };
}

/** What a new listener is told: the page, then every instance whole. */
function everything(app: App): Patch[] {
  const patches: Patch[] = [{ page: app.pageState(), fresh: true }];
  app.page.reportAll(patches);
  return patches;
}
