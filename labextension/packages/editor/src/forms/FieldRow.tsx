/** One field: its name, its widget, what it means and what is wrong with it, tied together for screen readers. */
import { useId } from 'react';
import type { Field, Options } from './fields';
import { valueOf } from './values';
import { widgets } from './widgets/registry';
import { Problem } from './widgets/widget';

interface FieldRowProps {
  field: Field;
  options: Options;
  problem: string | undefined;
  onChange: (value: unknown) => void;
}

/** Widgets that are no single control: their label is the name of a group. */
const GROUPS = new Set([
  'pairs',
  'filters',
  'sorts',
  'aggregates',
  'columns',
  'sql',
  'code',
  'json',
  'records',
  'joins',
  'login',
]);

/** Widgets that say themselves what they mean and what is wrong. */
const WORDED = new Set(['text', 'textarea', 'password', 'number', 'select', 'multiselect', 'selector', 'groups']);

export function FieldRow({ field, options, problem, onChange }: FieldRowProps) {
  const id = useId();
  const Widget = widgets[field.widget];
  const described = [field.doc && `${id}-doc`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const grouped = GROUPS.has(field.widget);
  const worded = WORDED.has(field.widget);
  const control = (
    <Widget
      id={id}
      field={field}
      options={options}
      value={valueOf(field, options)}
      onChange={onChange}
      problem={problem}
      describedBy={described}
    />
  );
  return (
    <div
      className={`tj-Field tj-mod-${field.widget}`}
      role={grouped ? 'group' : undefined}
      aria-labelledby={grouped ? `${id}-label` : undefined}
    >
      {grouped ? (
        <span id={`${id}-label`} className="tj-Field-label">
          {field.label}
          <Mark required={field.required} />
        </span>
      ) : (
        <label htmlFor={id} className="tj-Field-label">
          {field.label}
          <Mark required={field.required} />
        </label>
      )}
      {control}
      {field.doc && !worded && (
        <p id={`${id}-doc`} className="tj-Field-doc">
          {field.doc}
        </p>
      )}
      {problem && !worded && (
        <p id={`${id}-problem`} className="tj-Field-problem" role="alert">
          <Problem field={field} problem={problem} />
        </p>
      )}
    </div>
  );
}

function Mark({ required }: { required: boolean }) {
  return required ? (
    <span className="tj-Field-required" aria-hidden>
      *
    </span>
  ) : null;
}
