/** The app that is measured, and the clock around it. */
import type { Component } from '@tooljet/schema';
import { createRuntime } from '../src/runtime';
import { component, definition, page, testHost } from '../src/testing';
import type { Runtime } from '../src/types';

const COMPONENTS = 2_500;
const INPUTS = 100;
/** Dependents of the input that changes. */
const DEPENDENTS = 100;
const ROUNDS = 40;

interface Figures {
  components: number;
  bindings: number;
  cold_ms: number;
  /** Processor time of the same; what is left of it on a busy machine. */
  cold_cpu_ms: number;
  change_ms: number;
  change_worst_ms: number;
  chain_ms: number;
  dependents: number;
  table_rows: number;
  table_load_ms: number;
  table_search_ms: number;
  table_sort_ms: number;
}

/** Four bindings per component, all texts different: plain paths, conditions, text and calls. */
function app(): Component[] {
  const inputs = Array.from({ length: INPUTS }, (_none, index) =>
    component('TextInput', `input${index}`, {
      value: `{{'start ${index}'}}`,
      label: `{{'Input ' + ${index}}}`,
      placeholder: `{{globals.theme.name + ${index}}}`,
      tooltip: `{{page.name + ' ${index}'}}`,
    })
  );
  const texts = Array.from({ length: COMPONENTS - INPUTS }, (_none, index) => {
    const input = index < DEPENDENTS ? 0 : 1 + (index % (INPUTS - 1));
    return component('Text', `text${index}`, {
      text: `Value ${index}: {{components.input${input}.value.toUpperCase()}} {{${index} + 1}}`,
      visibility: `{{components.input${input}.value.length >= ${index % 7}}}`,
      textColor: `{{components.input${input}.isValid ? '#00${1000 + index}' : 'red'}}`,
      disabledState: `{{components.input${input}.isDisabled}}`,
    });
  });
  return [...inputs, ...texts];
}

function start(components: Component[]): { runtime: Runtime; milliseconds: number } {
  const host = testHost();
  const options = {
    definition: definition([page('home', components)]),
    host: { ...host, mark: undefined },
    globals: {
      currentUser: {},
      theme: { name: 'light' },
      environment: { name: 'production' },
      modeOf: { value: 'view' as const },
    },
    constants: {},
    device: 'desktop' as const,
  };
  const before = performance.now();
  const runtime = createRuntime(options);
  runtime.subscribe(() => undefined);
  void runtime.start();
  return { runtime, milliseconds: performance.now() - before };
}

/** A row of Texts, each reading the one before. */
function chain(length: number): Component[] {
  const first = component('TextInput', 't0', { value: '{{"a".trim()}}' });
  const rest = Array.from({ length }, (_none, index) =>
    component('Text', `t${index + 1}`, { text: `{{components.t${index}.${index === 0 ? 'value' : 'text'} + ''}}` })
  );
  return [first, ...rest];
}

function timed(rounds: number, run: (round: number) => void): number[] {
  return Array.from({ length: rounds }, (_none, round) => {
    const before = performance.now();
    run(round);
    return performance.now() - before;
  }).sort((left, right) => left - right);
}

function median(sorted: number[]): number {
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2));
}

const ROWS = 100_000;

/** A Table of 100,000 rows: loaded, searched letter by letter, sorted by text. */
function measureTable(): Pick<Figures, 'table_rows' | 'table_load_ms' | 'table_search_ms' | 'table_sort_ms'> {
  const rows = Array.from({ length: ROWS }, (_none, id) => ({
    id,
    customer: `Customer ${(id * 7919) % ROWS}`,
    city: ['Lagos', 'Lima', 'Oslo'][id % 3],
    total: (id * 31) % 997,
    status: id % 2 === 0 ? 'open' : 'closed',
  }));
  const { runtime } = start([component('Table', 't', { data: '{{constants.rows ?? []}}' })]);
  const [load] = timed(1, () => runtime.update({ constants: { rows } }));
  runtime.set('t', { searchText: 'c' });
  const words = ['cu', 'cus', 'customer 1', 'customer 12', 'customer 123', 'oslo', 'closed'];
  const searches = timed(words.length, round => runtime.set('t', { searchText: words[round] }));
  runtime.set('t', { searchText: '' });
  const directions = ['asc', 'desc', 'asc'];
  const sorts = timed(3, round =>
    runtime.set('t', { sortApplied: [{ column: 'customer', direction: directions[round] }] })
  );
  return {
    table_rows: ROWS,
    table_load_ms: Number((load ?? 0).toFixed(1)),
    table_search_ms: median(searches),
    table_sort_ms: median(sorts),
  };
}

/** Load, change, and say how long it took in milliseconds. */
export function measure(): Figures {
  const components = app();
  const before = process.cpuUsage();
  const cold = start(components);
  const used = process.cpuUsage(before);
  const changes = timed(ROUNDS, round => cold.runtime.set('input0', { value: `typed ${round}` }));
  const long = start(chain(300));
  const chains = timed(ROUNDS, round => long.runtime.set('t0', { value: `typed ${round}` }));
  return {
    components: components.length,
    bindings: components.reduce((count, { props }) => count + Object.keys(props).length, 0),
    cold_ms: Number(cold.milliseconds.toFixed(1)),
    cold_cpu_ms: Math.round((used.user + used.system) / 1000),
    change_ms: median(changes),
    change_worst_ms: Number((changes.at(-1) ?? 0).toFixed(2)),
    chain_ms: median(chains),
    dependents: DEPENDENTS * 4,
    ...measureTable(),
  };
}
