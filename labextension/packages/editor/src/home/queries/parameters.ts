/** The parameters of a query: what its `{{ }}` want from whoever runs it. */
import { splitBindings } from '@tooljet/runtime/bindings';
import { isRecord, type Options } from '../../forms/fields';

/** What the server itself answers. */
const SERVERS = /^(constants|secrets|globals\.server)\b/;
const LITERAL = /^(true|false|null|undefined|-?\d+(\.\d+)?|'[^']*'|"[^"]*")$/;

/** Every text inside of the options, in order. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isRecord(value) ? Object.values(value).flatMap(texts) : [];
}

function expressions(text: string): string[] {
  try {
    return splitBindings(text).flatMap(part => (typeof part === 'string' ? [] : [part.expr]));
  } catch {
    // A binding that is still being typed.
    return [];
  }
}

/** The names of the parameters, each once, in the order of the options. */
export function parametersOf(options: Options): string[] {
  const { parameters: _, ...rest } = options;
  const found = texts(rest).flatMap(expressions);
  const asked = found.filter(expression => !SERVERS.test(expression) && !LITERAL.test(expression));
  return [...new Set(asked.map(expression => expression.replace(/^parameters\./, '')))];
}

/** What somebody typed as a value: a number, a boolean, JSON, or else the text itself. */
export function valueOfText(text: string): unknown {
  const plain = text.trim();
  if (plain === '') return '';
  try {
    return JSON.parse(plain);
  } catch {
    return text;
  }
}
