/** A property of the definition as something to evaluate: text with bindings, or a list or object that holds such text. */
import { hasBinding, soleExpression, splitBindings, UnclosedBinding, type Part } from './bindings';
import { compile, type Compiled } from './compile';
import { isRecord } from './equal';
import type { Scope } from './scope';

/** Told about each expression that throws. */
export type Failed = (error: unknown, expression: string) => void;

/** Something that has a value in a scope. */
export interface Template {
  /** Whether the value never changes. */
  constant: boolean;
  /** Whether it holds real code. */
  code: boolean;
  evaluate(scope: Scope, failed: Failed): unknown;
}

/** The template of a value of the definition. */
export function template(value: unknown): Template {
  if (typeof value === 'string') return hasBinding(value) ? textTemplate(value) : constant(value);
  if (Array.isArray(value)) return listTemplate(value);
  return isRecord(value) ? objectTemplate(value) : constant(value);
}

/** An expression without braces around it (`runOnlyIf`, a query's binding). */
export function expressionTemplate(expression: string): Template {
  const compiled = compile(expression);
  return {
    constant: compiled.constant,
    code: compiled.code,
    evaluate: (scope, failed) => guarded(compiled, expression, scope, failed),
  };
}

/** A value as it stands in a text. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object' || value instanceof Date) return String(value);
  try {
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
      ? JSON.stringify(value)
      : String(value);
  } catch {
    // A cycle, or an object that cannot say what it is.
    return Object.prototype.toString.call(value);
  }
}

function constant(value: unknown): Template {
  return { constant: true, code: false, evaluate: () => value };
}

function textTemplate(text: string): Template {
  const parts = partsOf(text);
  if (parts instanceof UnclosedBinding) return broken(parts, text);
  const sole = soleExpression(parts);
  return sole === null ? mixedTemplate(parts) : expressionTemplate(sole);
}

function partsOf(text: string): Part[] | UnclosedBinding {
  try {
    return splitBindings(text);
  } catch (error) {
    if (error instanceof UnclosedBinding) return error;
    throw error;
  }
}

function broken(error: UnclosedBinding, text: string): Template {
  const evaluate = (_scope: Scope, failed: Failed): unknown => {
    failed(error, text);
    return undefined;
  };
  return { constant: false, code: false, evaluate };
}

function mixedTemplate(parts: Part[]): Template {
  const pieces = parts.map(part => (typeof part === 'string' ? constant(part) : expressionTemplate(part.expr)));
  return combined(pieces, (scope, failed) => pieces.map(piece => asText(piece.evaluate(scope, failed))).join(''));
}

function listTemplate(list: unknown[]): Template {
  const items = list.map(template);
  return combined(items, (scope, failed) => items.map(item => item.evaluate(scope, failed)));
}

function objectTemplate(object: Record<string, unknown>): Template {
  const entries = Object.entries(object).map(([key, value]): [string, Template] => [key, template(value)]);
  const evaluate = (scope: Scope, failed: Failed): unknown =>
    Object.fromEntries(entries.map(([key, item]) => [key, item.evaluate(scope, failed)]));
  return combined(
    entries.map(([, item]) => item),
    evaluate
  );
}

function combined(items: Template[], evaluate: Template['evaluate']): Template {
  return { constant: items.every(item => item.constant), code: items.some(item => item.code), evaluate };
}

function guarded(compiled: Compiled, expression: string, scope: Scope, failed: Failed): unknown {
  try {
    return compiled.run(scope);
  } catch (error) {
    failed(error, expression);
    return undefined;
  }
}
