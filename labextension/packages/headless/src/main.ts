/** The engine's globals in V8: an app is booted once, then moved step by step; all of it as JSON. */
import { harden } from '@tooljet/runtime';
import { perform, type Command } from './commands';
import type { Answer } from './desk';
import { isIntact, rememberGlobals } from './intact';
import { areLibrariesIntact } from './libraries';
import { Marks } from './marks';
import { outgoing, problem, type Problem } from './outgoing';
import { createStage, type Stage, type Start } from './stage';
import { addWeb } from './web';

/** What the outside says in one step. */
interface Step {
  answers?: Answer[];
  command?: Command;
}

// App code shares these globals: what we need of them is kept before it runs.
const { parse, stringify } = JSON;

const marks = new Marks();
addWeb(globalThis);
harden(globalThis);

let stage: Stage | undefined;
let value: unknown;
let error: Problem | undefined;

function attempt(run: () => unknown): void {
  value = undefined;
  error = undefined;
  try {
    value = run();
  } catch (thrown) {
    error = problem(thrown);
  }
}

const engine = {
  /** Memory that says what runs, also while it hangs. */
  marks: marks.buffer,

  boot(json: string): void {
    attempt(() => {
      stage = createStage(parse(json) as Start, marks.mark);
      perform(stage, { do: 'start' });
    });
  },

  step(json: string): void {
    attempt(() => {
      if (!stage) throw new Error('No app was booted');
      const { answers = [], command } = parse(json) as Step;
      for (const answer of answers) stage.desk.answer(answer);
      return command && perform(stage, command);
    });
  },

  /** Run the next timer up to that time, unless somebody outside is to be asked first. */
  tick(until: number): void {
    if (!stage || stage.desk.isAsking) return;
    stage.clock.tick(until);
  },

  /** What came of it, drawn. A step of its own: promises settle between two steps. */
  take(until = 0): string {
    const restless = drawn();
    return stringify(outgoing(stage, { value, error, until, restless }));
  },

  /** End the app; whether it may start again here: its code changed nothing that the next one would meet. */
  end(): boolean {
    stage?.runtime.stop();
    stage = undefined;
    value = undefined;
    return isIntact() && areLibrariesIntact();
  },
};

/** Draw the page; whether the app has something to do because of it. */
function drawn(): boolean {
  try {
    return stage?.draw() ?? false;
  } catch (thrown) {
    error ??= problem(thrown);
    return false;
  }
}

Object.defineProperty(globalThis, 'tooljetEngine', { value: Object.freeze(engine) });
rememberGlobals();
