/** A world for tests: made of components and queries, its asks answered by what a test says. */
import type { Component, Page, ViewerQuery } from '@tooljet/schema';
import { definition, page, settle } from '@tooljet/runtime/testing';
import { createStage, type Stage, type Start } from '../src/stage';
import type { Ask } from '../src/desk';

export { component, on, page, query, script } from '@tooljet/runtime/testing';

/** What a query answers: its data, or a function of the values; throw to fail. */
export type Stub = ((values: unknown[]) => unknown) | object | string | number | boolean | null;

/** What a test may say about its world. */
export interface WorldOptions extends Partial<Omit<Start, 'definition'>> {
  queries?: ViewerQuery[];
  pages?: Page[];
  stubs?: Record<string, Stub>;
}

/** A stage, and how to let it come to rest. */
export interface TestWorld extends Stage {
  /** Everything that was asked of the outside. */
  readonly asked: Ask[];
  /** Answer what is asked and let promises settle, until nothing is asked any more. */
  rest(): Promise<void>;
  /** Move the clock, timers and what follows from them included. */
  pass(milliseconds: number): Promise<void>;
}

const START = {
  title: 'Test',
  globals: {
    currentUser: { email: 'ada@example.com', firstName: 'Ada' },
    theme: { name: 'light' },
    environment: { name: 'production' },
    modeOf: { value: 'view' as const },
  },
  constants: {},
  urlparams: {},
  device: 'desktop' as const,
  clock: Date.UTC(2026, 0, 1, 9),
  seed: 0,
  confirms: true,
};

/** A running app of one page, its page loaded and everything answered. */
export async function world(components: Component[], options: WorldOptions = {}): Promise<TestWorld> {
  const { queries = [], pages, stubs = {}, ...rest } = options;
  const stage = createStage({
    ...START,
    definition: definition(pages ?? [page('home', components)], queries),
    ...rest,
  });
  const made = living(stage, stubs);
  void stage.runtime.start();
  await made.rest();
  return made;
}

function living(stage: Stage, stubs: Record<string, Stub>): TestWorld {
  const asked: Ask[] = [];
  const rest = async (): Promise<void> => {
    const drawn = async (): Promise<void> => {
      await settle();
      stage.draw();
      await settle();
    };
    await drawn();
    for (let { asks } = stage.desk.take(); asks.length > 0; { asks } = stage.desk.take()) {
      asked.push(...asks);
      for (const ask of asks) reply(stage, ask, stubs);
      await drawn();
    }
  };
  const pass = async (milliseconds: number): Promise<void> => {
    const until = stage.now() + milliseconds;
    await rest();
    while (stage.clock.tick(until)) await rest();
  };
  // The stage's own getters (alerts, question) stay live.
  return Object.defineProperties({ asked, rest, pass } as TestWorld, Object.getOwnPropertyDescriptors(stage));
}

function reply({ desk }: Stage, ask: Ask, stubs: Record<string, Stub>): void {
  if (ask.kind === 'cancel') return;
  if (ask.kind === 'request') return desk.answer({ call: ask.call, error: failure('No network in this test') });
  const stub = stubs[ask.query];
  const shape = { run: ask.run, columns: [], truncated: false, limit: 100_000, affectedRows: null, metadata: {} };
  try {
    const data = typeof stub === 'function' ? Reflect.apply(stub, undefined, [ask.values]) : stub;
    desk.answer({ call: ask.call, value: { ...shape, data, seconds: 0 } });
  } catch (error) {
    desk.answer({ call: ask.call, error: failure(error instanceof Error ? error.message : String(error)) });
  }
}

function failure(message: string): { code: string; message: string; detail: Record<string, unknown> } {
  return { code: 'QueryFailed', message, detail: {} };
}
