/** Which values a component exposes, and where each one starts. */
import type { Behaviour, Reads } from './behaviours/behaviour';
import type { Instance } from './instance';
import { specOf } from './plan';

/** Where an exposed value starts and whether it may be set. */
export interface Seed {
  settable: boolean;
  read: Reads;
}

const keysOfType = new Map<string, string[]>();

/** The names of what a component type exposes. */
export function exposedKeys(type: string, behaviour: Behaviour): string[] {
  const known = keysOfType.get(type);
  if (known) return known;
  const keys = new Set([
    ...Object.keys(specOf(type)?.exposes ?? {}),
    ...Object.keys(behaviour.state ?? {}),
    ...Object.keys(behaviour.derived ?? {}),
  ]);
  const made = Array.from(keys);
  keysOfType.set(type, made);
  return made;
}

/** Where a value starts: as its behaviour says, as the property it follows, or empty. */
export function seedOf(instance: Instance, key: string): Seed | undefined {
  const { behaviour } = instance;
  const state = behaviour.state?.[key];
  if (state) return { settable: true, read: state };
  const derived = behaviour.derived?.[key] ?? inner(behaviour, key);
  if (derived) return { settable: false, read: derived };
  if (key === '$touched') return { settable: true, read: () => false };
  const exposed = instance.plan.spec?.exposes?.[key];
  if (!exposed) return undefined;
  const { follows } = exposed;
  return { settable: true, read: follows === undefined ? () => emptyOf(exposed) : self => self.prop(follows) };
}

/** Values every field has: what is wrong with it, whether it shows that, whether it is valid. */
function inner(behaviour: Behaviour, key: string): Reads | undefined {
  if (!behaviour.error) return undefined;
  if (key === '$error') return behaviour.error;
  if (key === 'isValid') return self => self.get('$error') === '';
  if (key === '$shownError') return self => (self.get('$touched') === true ? self.get('$error') : '');
  return undefined;
}

function emptyOf(exposed: { type: string; nullable?: boolean }): unknown {
  if (exposed.nullable) return null;
  if (exposed.type === 'array' || exposed.type === 'data') return [];
  if (exposed.type === 'object') return {};
  if (exposed.type === 'string') return '';
  if (exposed.type === 'boolean') return false;
  return undefined;
}
