/** A form made from a manifest: its sections, the fields that are asked for now, and what is wrong with them. */
import { Suspense } from 'react';
import { FieldRow } from './FieldRow';
import type { Field, Options } from './fields';
import { Surroundings, type Around } from './surroundings';
import { sections, write } from './values';
import './form.css';

interface FormProps {
  fields: Field[];
  options: Options;
  onChange: (options: Options) => void;
  /** What is wrong, by the key of the field. */
  problems?: Record<string, string>;
  around?: Around;
}

const NOTHING: Around = { kind: '' };
const FINE: Record<string, string> = {};

export function Form({ fields, options, onChange, problems = FINE, around = NOTHING }: FormProps) {
  const rows = (some: Field[]) =>
    some.map(field => (
      <FieldRow
        key={`${field.key}:${JSON.stringify(field.when)}`}
        field={field}
        options={options}
        problem={problems[field.key]}
        onChange={value => onChange(write(options, field.key, value))}
      />
    ));
  return (
    <Surroundings value={around}>
      <Suspense>
        <div className="tj-Form">
          {sections(fields, options).map(({ title, fields: some }) =>
            title ? (
              <fieldset key={title} className="tj-Form-section">
                <legend>{title}</legend>
                {rows(some)}
              </fieldset>
            ) : (
              <div key="" className="tj-Form-section">
                {rows(some)}
              </div>
            )
          )}
        </div>
      </Suspense>
    </Surroundings>
  );
}
