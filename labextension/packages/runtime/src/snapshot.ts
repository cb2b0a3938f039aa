/** The state of an app as plain values, and back. */
import type { App } from './app';
import { plain } from './plain';
import { isRecord } from './equal';
import type { State } from './types';

/** Everything a viewer did and loaded. */
export function snapshotOf(app: App, withData: boolean): State {
  return app.graph.untracked(() => {
    const components = Array.from(
      app.page.instances.values(),
      instance => [instance.key, instance.overrides()] as const
    );
    const pages = Array.from(app.pagesVariables, ([id, shelf]) => [id, record(plain(shelf.values()))] as const);
    return {
      page: app.page.page.handle,
      variables: record(plain(app.variables.values())),
      pageVariables: Object.fromEntries(pages),
      components: Object.fromEntries(components.filter(([, values]) => Object.keys(values).length > 0)),
      queries: app.queries.snapshot(withData),
    };
  });
}

/** Put a state into an app whose page is open. */
export function restore(app: App, state: State): void {
  app.variables.assign(state.variables);
  for (const [page, values] of Object.entries(state.pageVariables)) app.variablesOf(page).assign(values);
  app.queries.restore(state.queries);
  restoreComponents(app, state);
}

/** Rows of Listviews come to life while their list is restored, so this goes on until nothing is left. */
function restoreComponents(app: App, state: State): void {
  const waiting = new Map(Object.entries(state.components));
  for (let before = -1; waiting.size !== before;) {
    before = waiting.size;
    for (const [key, values] of waiting) {
      const instance = app.page.instances.get(key);
      if (!instance) continue;
      waiting.delete(key);
      instance.restore(values);
    }
    for (const instance of Array.from(app.page.instances.values())) instance.behaviour.grow?.(instance);
  }
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
