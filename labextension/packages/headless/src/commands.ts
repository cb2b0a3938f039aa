/** What the outside can ask of a running app, one command per step. */
import type { Inputs } from '@tooljet/runtime';
import type { JsonObject } from '@tooljet/schema';
import { gesture, gestures, type Gesture } from './gestures';
import { sees } from './sight';
import type { Stage } from './stage';

/** A command by its name. */
export type Command =
  | { do: 'start' }
  | { do: 'gesture'; target: string; kind: Gesture; detail: JsonObject }
  | { do: 'fire'; instance: string; event: string; detail: JsonObject; row?: number | JsonObject }
  | { do: 'act'; instance: string; action: string; params: unknown[] }
  | { do: 'run'; query: string; parameters: JsonObject }
  | { do: 'page'; handle: string; query: [string, string][] }
  | { do: 'update'; change: Partial<Inputs> }
  | { do: 'confirms'; policy: boolean | null }
  | { do: 'answer'; yes: boolean }
  | { do: 'read'; expression: string }
  | { do: 'sees' }
  | { do: 'why'; place: string }
  | { do: 'gestures' };

/** Commands that only look: the question that was asked last is still the last one. */
const LOOKS = new Set<Command['do']>(['read', 'sees', 'why', 'gestures', 'confirms', 'update']);

/** Do it. What it gives goes out as JSON; what it throws goes out as an error. */
export function perform(stage: Stage, command: Command): unknown {
  const { runtime, questions } = stage;
  if (!LOOKS.has(command.do)) questions.latest = null;
  switch (command.do) {
    case 'start':
      return later(runtime.start());
    case 'gesture':
      return gesture(stage, command.target, command.kind, command.detail);
    case 'fire':
      return fire(stage, command);
    case 'act':
      return later(runtime.act(command.instance, command.action, command.params));
    case 'run':
      return later(runtime.runQuery(command.query, command.parameters));
    case 'page':
      return runtime.switchPage(command.handle, command.query);
    case 'update':
      return runtime.update(command.change);
    case 'confirms':
      questions.policy = command.policy;
      return undefined;
    case 'answer':
      return questions.answer(command.yes);
    case 'read':
      return runtime.read(command.expression);
    case 'sees':
      return sees(stage);
    case 'gestures':
      return gestures(stage);
    case 'why':
      return runtime.inspect(command.place);
  }
}

/** An event of a row: it is the selected one when its handlers run, as after a person's click. */
function fire({ runtime, mirror }: Stage, { instance, event, detail, row }: Extract<Command, { do: 'fire' }>): void {
  if (row === undefined) return runtime.fire(instance, event, detail);
  const data = mirror.instances.get(instance)?.props['data'];
  const rows: unknown[] = Array.isArray(data) ? data : [];
  const wanted = JSON.stringify(row);
  const number = typeof row === 'number' ? row : rows.findIndex(other => JSON.stringify(other) === wanted);
  if (!(number in rows)) throw new Error(`There is no row ${wanted}; there are ${rows.length}`);
  runtime.set(instance, { selectedRowId: number });
  runtime.fire(instance, event, { ...detail, rowData: rows[number] });
}

/** The answer comes with later steps and shows in the state; nobody waits for the promise itself. */
function later(promise: unknown): undefined {
  void Promise.resolve(promise).catch(() => undefined);
  return undefined;
}
