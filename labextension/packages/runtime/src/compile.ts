/** App code as functions: literals and plain paths without an evaluator, everything else in sloppy mode behind a scope. */
import type { Scope } from './scope';

/** An expression that can be evaluated again and again. */
export interface Compiled {
  /** Whether the value never changes. */
  constant: boolean;
  /** Whether it is real code, which can take long. */
  code: boolean;
  run(scope: Scope): unknown;
}

const LITERAL = /^(?:true|false|null|undefined|-?\d+(?:\.\d+)?|'[^'\\\n]*'|"[^"\\\n]*")$/;
const PATH =
  /^(?:components|queries|globals|variables|page|constants|parameters|listItem|cellValue|rowData|cardData)(?:\??\.[A-Za-z_$][\w$]*|\[\d+\]|\["[^"\\]*"\]|\['[^'\\]*'\])*$/;
const STEP = /(\?)?\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\["([^"\\]*)"\]|\['([^'\\]*)'\]/g;
/** ToolJet 3 writes `queries.<uuid>.data`, which is not JavaScript. */
const UUID_STEP = /(\?)?\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/gi;
const TYPEOF = /\btypeof\s+([A-Za-z_$][\w$]*)/g;

const cache = new Map<string, Compiled>();

/** The expression between `{{` and `}}`; code that does not parse throws when it is run. */
export function compile(text: string): Compiled {
  const known = cache.get(text);
  if (known) return known;
  const compiled = compileNew(repairIds(text));
  cache.set(text, compiled);
  return compiled;
}

function compileNew(text: string): Compiled {
  if (text === '') return constant(undefined);
  if (LITERAL.test(text)) return constant(literal(text));
  if (PATH.test(text)) return path(text);
  return code(text);
}

function constant(value: unknown): Compiled {
  return { constant: true, code: false, run: () => value };
}

function literal(text: string): unknown {
  if (text === 'undefined') return undefined;
  if (text.startsWith("'") || text.startsWith('"')) return text.slice(1, -1);
  const number = Number(text);
  return Number.isNaN(number) ? JSON.parse(text) : number;
}

interface Step {
  key: string;
  optional: boolean;
}

function path(text: string): Compiled {
  const root = /^\w+/.exec(text)?.[0] ?? text;
  const steps: Step[] = Array.from(text.slice(root.length).matchAll(STEP), ([, optional, ...keys]) => ({
    key: keys.find(key => key !== undefined) ?? '',
    optional: optional === '?',
  }));
  return { constant: false, code: false, run: scope => follow(scope.get(root), steps) };
}

function follow(start: unknown, steps: Step[]): unknown {
  let value = start;
  for (const { key, optional } of steps) {
    if (value === undefined || value === null) {
      if (optional) return undefined;
      throw new TypeError(`Cannot read properties of ${String(value)} (reading '${key}')`);
    }
    value = Reflect.get(Object(value), key, value);
  }
  return value;
}

function code(text: string): Compiled {
  const soft = softNames(text);
  let body: ((reading: object) => unknown) | null = null;
  return {
    constant: false,
    code: true,
    run: scope => {
      body ??= parse(text);
      return body.call(undefined, soften(scope, soft).reading);
    },
  };
}

/** ToolJet evaluates `return <code>`; brackets make a new line after `return` and a comment at the end harmless. */
function parse(text: string): (reading: object) => unknown {
  try {
    return newFunction(`return (\n${text}\n)`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return newFunction(`return ${text}`);
  }
}

function newFunction(body: string): (reading: object) => unknown {
  const made: unknown = new Function('$scope', `with ($scope) {${body}\n}`);
  if (typeof made !== 'function') throw new TypeError('No function was made');
  return reading => Reflect.apply(made, undefined, [reading]);
}

/** Names after `typeof` may be unknown; `with` cannot say so, so they are made known and undefined. */
function softNames(text: string): string[] {
  return Array.from(text.matchAll(TYPEOF), match => match[1] ?? '');
}

function soften(scope: Scope, names: string[]): Scope {
  const unknown = names.filter(name => !scope.has(name));
  return unknown.length === 0 ? scope : scope.with(Object.fromEntries(unknown.map(name => [name, undefined])));
}

/** A script: statements with `return`; undeclared names may be assigned and live as long as the run. */
export type Script = (scope: Scope, input?: unknown) => unknown;

const scripts = new Map<string, Script>();

/** RunJS: the script runs as an async function. Throws a SyntaxError at once. */
export function compileAsyncScript(text: string): Script {
  return compileScript(text, 'async function ()');
}

/** A transformation: the script runs at once and has `data`, its input. Throws a SyntaxError at once. */
export function compileTransformation(text: string): Script {
  return compileScript(text, 'function (data)');
}

function compileScript(text: string, head: string): Script {
  const key = `${head}\n${text}`;
  const script = scripts.get(key) ?? newScript(text, head);
  scripts.set(key, script);
  return script;
}

function newScript(text: string, head: string): Script {
  const soft = softNames(text);
  // An inner function, so that `var` declares a local and does not write through the scope.
  const body = newFunction(`return (${head} {\n${repairIds(text)}\n})`);
  return (scope, input) => {
    const run = body(soften(scope, soft).writing());
    if (typeof run !== 'function') throw new TypeError('The script is not a list of statements');
    return Reflect.apply(run, undefined, [input]);
  };
}

function repairIds(text: string): string {
  return text.replace(UUID_STEP, (_all, optional, id) => `${optional ? '?.' : ''}["${id}"]`);
}
