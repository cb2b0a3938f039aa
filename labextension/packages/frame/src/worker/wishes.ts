/** Grants what a host asks of the runtime, and says what came of it. */
import type { Runtime } from '@tooljet/runtime';
import type { FromWorker, RuntimeWish } from './messages';

export function grant(runtime: Runtime, ask: number, wish: RuntimeWish): FromWorker {
  try {
    return { type: 'answer', ask, value: granted(runtime, wish) ?? null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'answer', ask, error: { code: 'Invalid', message, detail: {} } };
  }
}

function granted({ live, act }: Runtime, wish: RuntimeWish): unknown {
  switch (wish.name) {
    case 'expose':
      return live.expose(wish.component, wish.key);
    case 'watch':
      return live.watch(wish.component, wish.key);
    case 'assign':
      return live.assign(wish.component, wish.key, wish.value);
    case 'act':
      return void act(wish.component, wish.action, wish.params);
  }
}
