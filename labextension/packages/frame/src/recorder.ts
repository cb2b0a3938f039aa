/** Tells a host that records what a person does in the app, and what the app shows for it. */
import type { RendererLink } from '@tooljet/renderer';
import type { HostAction, Patch } from '@tooljet/runtime';
import type { Device, JsonObject } from '@tooljet/schema';
import type { Gesture } from './protocol';

/** A text longer than this is no value that a test would name. */
const LONGEST = 200;

export class Recorder {
  constructor(private readonly tell: (gesture: Gesture) => void) {}

  started(device: Device): void {
    this.tell({ kind: 'start', device });
  }

  /** The same link; what goes through it from the renderer is told as well. */
  heard(link: RendererLink): RendererLink {
    return {
      ...link,
      fire: (instance, event, detail) => {
        this.tell({ kind: 'fire', instance, event, detail });
        link.fire(instance, event, detail);
      },
      set: (instance, values) => {
        this.tell({ kind: 'set', instance, values });
        link.set(instance, values);
      },
      switchPage: handle => {
        this.tell({ kind: 'page', handle });
        link.switchPage(handle);
      },
    };
  }

  /** What the renderer does for the runtime: a message that is shown, a question with its answer. */
  performed(action: HostAction, answer: Promise<unknown> | undefined): void {
    if (action.kind === 'alert') this.tell({ kind: 'alert', level: action.level, message: action.message });
    if (action.kind === 'confirm') void answer?.then(yes => this.tell({ kind: 'answer', yes: yes === true }));
  }

  shown(patches: readonly Patch[]): void {
    for (const patch of patches) {
      const found = stateOf(patch);
      if (found && Object.keys(found.values).length > 0) this.tell({ kind: 'state', ...found });
    }
  }
}

function stateOf(patch: Patch): { instance: string; values: JsonObject } | undefined {
  if ('data' in patch) {
    const { instance, property, total } = patch.data;
    return { instance, values: { [property]: { length: total } } };
  }
  if ('rows' in patch) return { instance: patch.rows.instance, values: { rows: { length: patch.rows.total } } };
  return 'exposed' in patch && patch.exposed ? { instance: patch.instance, values: brief(patch.exposed) } : undefined;
}

/** The values that a test can name: short texts, numbers, yes and no, and of lists how long they are. */
function brief(exposed: Record<string, unknown>): JsonObject {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(exposed)) {
    if (Array.isArray(value)) kept[key] = { length: value.length };
    else if (typeof value === 'string' ? value.length <= LONGEST : isPlain(value)) kept[key] = value;
  }
  return kept;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}
