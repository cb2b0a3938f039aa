/** What every widget of a form is given. */
import type { Field, Options } from '../fields';

export interface WidgetProps {
  id: string;
  field: Field;
  /** All values of the form: a selector asks with those it depends on. */
  options: Options;
  value: unknown;
  onChange: (value: unknown) => void;
  problem: string | undefined;
  describedBy: string | undefined;
}

/** A value as the text of a field. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}
