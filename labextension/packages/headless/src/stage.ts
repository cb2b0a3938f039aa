/** One running app and everything around it that a screen would show: what gestures and sight are given. */
import { createMirror, createRuntime, type Globals } from '@tooljet/runtime';
import type { Device, JsonObject, ViewerDefinition } from '@tooljet/schema';
import { Clock } from './clock';
import { Desk } from './desk';
import { draw } from './gestures';
import { createHost } from './host';
import { Questions } from './questions';
import { Toasts } from './toasts';
import type { World } from './world';

/** What an app is started with. */
export interface Start {
  definition: ViewerDefinition;
  title: string;
  globals: Globals;
  constants: JsonObject;
  /** The handle of the first page. */
  page?: string;
  urlparams: Record<string, string>;
  device: Device;
  /** Milliseconds since 1970. */
  clock: number;
  seed: number;
  confirms: boolean | null;
}

/** A world, and the hands that move it from outside. */
export interface Stage extends World {
  readonly clock: Clock;
  readonly desk: Desk;
  readonly questions: Questions;
  /** What drawing does beside showing; where nothing changed, nothing. Gives whether that changed something. */
  draw(): boolean;
}

/** Makes an app; `runtime.start()` loads its page. */
export function createStage(start: Start, mark: (binding: string | null) => void = () => undefined): Stage {
  const { definition, title, globals, constants, page, urlparams, device } = start;
  const clock = new Clock(start.clock);
  const desk = new Desk();
  const questions = new Questions();
  const toasts = new Toasts(() => clock.now());
  questions.policy = start.confirms;
  const moded = (mode: 'light' | 'dark' | 'auto'): void => {
    // Light and dark the runtime knows already; what is around the app only we know.
    if (mode === 'auto') runtime.update({ globals: { ...globals, theme: { name: 'light' } } });
  };
  const host = createHost({ clock, desk, toasts, questions, seed: start.seed, moded, mark });
  const runtime = createRuntime({ definition, host, globals, constants, page, urlparams, device });
  const mirror = createMirror();
  let isChanged = false;
  runtime.subscribe(patches => {
    mirror.apply(patches);
    isChanged = true;
  });
  const stage: Stage = {
    definition,
    device,
    runtime,
    mirror,
    title,
    clock,
    desk,
    questions,
    now: () => clock.now(),
    act: action => void host.act(action),
    answer: yes => void questions.answer(yes),
    dismiss: place => toasts.dismiss(place),
    draw() {
      if (!isChanged) return false;
      isChanged = false;
      draw(stage);
      return isChanged;
    },
    get alerts() {
      return toasts.all();
    },
    get question() {
      return questions.open;
    },
  };
  return stage;
}
