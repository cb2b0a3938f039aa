/** `components.<name>` as app code sees it: exposed values to read, actions to call, nothing to assign. */
import type { Context } from './context';
import type { Instance } from './instance';
import { markFace } from './plain';

/** The face of one instance. */
export function faceOf(instance: Instance): object {
  const read = (key: string): unknown => {
    if (key === 'id') return instance.component.id;
    const value = instance.get(key);
    return value === undefined && instance.hasAction(key) ? actionOf(instance, key) : value;
  };
  return makeFace(
    read,
    () => instance.keys(),
    key => {
      const hint = `components.${instance.name}.${key} cannot be assigned; use an action such as setText or setValue`;
      instance.context.log.write('warning', instance.source, hint);
    }
  );
}

function actionOf(instance: Instance, action: string) {
  return (...params: unknown[]): Promise<unknown> => {
    const { graph, waves } = instance.context;
    if (graph.evaluating)
      throw new TypeError(`components.${instance.name}.${action} cannot be called inside a binding`);
    return Promise.resolve(waves.batch(() => instance.act(action, params)));
  };
}

/** `components`: instances by name, or by id where a binding was imported with one. */
export function componentsFace(
  context: Context,
  find: (name: string) => Instance | undefined,
  names: () => string[]
): object {
  return makeFace(
    name => find(name)?.face,
    names,
    name => context.log.write('warning', { kind: 'app', id: '', name: 'app' }, `components.${name} cannot be assigned`)
  );
}

/** An object whose keys are looked up when they are read. */
export function makeFace(
  read: (key: string) => unknown,
  keys: () => string[],
  refused: (key: string) => void
): Record<string, unknown> {
  const target: Record<string, unknown> = {};
  const traps: ProxyHandler<Record<string, unknown>> = {
    get: (_target, key, receiver): unknown => {
      if (typeof key === 'symbol') return Reflect.get(target, key, receiver);
      const value = read(key);
      return value === undefined ? Reflect.get(target, key, receiver) : value;
    },
    has: (_target, key) => typeof key === 'string' && (keys().includes(key) || read(key) !== undefined),
    ownKeys: () => keys(),
    getOwnPropertyDescriptor: (_target, key) =>
      typeof key === 'string' && keys().includes(key)
        ? { value: read(key), enumerable: true, configurable: true, writable: true }
        : undefined,
    set: (_target, key) => {
      refused(String(key));
      return true;
    },
    deleteProperty: () => true,
  };
  return markFace(new Proxy(target, traps));
}
