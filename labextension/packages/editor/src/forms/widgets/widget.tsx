/** What every widget of a form is given, and how a field says what it means and what is wrong with it. */
import { IconAlertCircle } from '../../kit/glyphs';
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

/** What is wrong with a field, with a mark: never by colour alone. */
export function Problem({ field, problem }: Pick<WidgetProps, 'field' | 'problem'>) {
  return (
    <>
      <IconAlertCircle size={14} aria-hidden /> {field.label} {problem}
    </>
  );
}

/** The words of a single control below it; Mantine ties them to it for screen readers. */
export function worded({ id, field, problem }: WidgetProps) {
  return {
    id,
    placeholder: field.placeholder,
    description: field.doc || undefined,
    error: problem ? <Problem field={field} problem={problem} /> : undefined,
    errorProps: { role: 'alert', className: 'tj-Field-problem' },
    inputWrapperOrder: ['input', 'description', 'error'] satisfies ('input' | 'description' | 'error')[],
    'aria-required': field.required || undefined,
  };
}
