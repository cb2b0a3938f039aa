/** Keeps what a person typed into a field for secrets out of a recording, and wherever it turns up again. */
import type { ViewerDefinition } from '@tooljet/schema';
import type { Step } from './session';

/** What stands in a recording in place of a secret. */
export const MASK = '••••••';

/** How fields are called into which people type secrets. */
const SECRET = /pass(word|wd|phrase|code)|secret|token|api.?key|private.?key|credential|\bpin\b|\bcvv\b/i;

/** A shorter text is no secret yet: it is one being typed, and would hide numbers and letters everywhere. */
const SHORTEST = 4;

/** What the runtime is told of the fields that a form makes by itself. */
const MADE = '$made';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class Secrets {
  private readonly typed = new Set<string>();

  constructor(private readonly definition: () => ViewerDefinition | undefined) {}

  /** The step as it may be stored. */
  without<S extends Pick<Step, 'kind' | 'name' | 'values' | 'reply'>>(step: S): S {
    const values = isFields(step.values) ? this.hidden(step.name ?? '', step.values) : step.values;
    if (this.typed.size === 0) return { ...step, values };
    return { ...step, values: this.masked(values), reply: this.masked(step.reply) };
  }

  /** The values of a component without those of a field for secrets; what was typed into it is remembered. */
  private hidden(instance: string, values: Fields): Fields {
    const made = values[MADE];
    if (isFields(made) && isFields(made.values))
      return { ...values, [MADE]: { ...made, values: this.replaced(made.values, name => SECRET.test(name)) } };
    return this.hides(instance) ? this.replaced(values, () => true) : values;
  }

  private replaced(values: Fields, isSecret: (name: string) => boolean): Fields {
    const entries = Object.entries(values);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, isText(value) && isSecret(name) ? this.keep(String(value)) : value])
    );
  }

  private keep(secret: string): string {
    if (secret.length >= SHORTEST) this.typed.add(secret);
    return MASK;
  }

  /** Whether a component is a field for secrets, by its name and its label. */
  private hides(instance: string): boolean {
    const id = instance.split('@')[0];
    const components = this.definition()?.pages.flatMap(page => page.components) ?? [];
    const found = components.find(component => component.id === id);
    return found !== undefined && [found.name, found.props.label, found.props.placeholder].some(said);
  }

  private masked(value: unknown): unknown {
    if (isText(value)) return this.typed.has(String(value)) ? MASK : value;
    if (Array.isArray(value)) return value.map(item => this.masked(item));
    if (!isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.masked(item)]));
  }
}

function isText(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function said(words: unknown): boolean {
  return typeof words === 'string' && SECRET.test(words);
}
