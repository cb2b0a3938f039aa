/** The fields a form makes by itself, drawn with the same components a builder would drop into it. */
import { specs, type Device, type Name, type Props } from '@tooljet/schema';
import type { HostAction } from '@tooljet/runtime';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react';
import { Checkbox } from '../Checkbox';
import { DropdownV2 } from '../DropdownV2';
import { MultiselectV2 } from '../MultiselectV2';
import { NumberInput } from '../NumberInput';
import { Text } from '../Text';
import { TextArea } from '../TextArea';
import { TextInput } from '../TextInput';
import { ToggleSwitchV2 } from '../ToggleSwitchV2';
import type { Row } from '../Table/guards';
import { faultOf, type FieldType, type MadeField } from './fields';

/** What a drawn field is given; each component reads its own part of it. */
interface FieldGiven {
  id: string;
  name: string;
  props: Row;
  exposed: Row;
  error?: string;
  fire(): void;
  set(values: Row): void;
  slot(): null;
  row(): null;
  act(action: HostAction): void;
  media: Device;
}

// Each renderer is typed by its own component; which one a field needs is known only when the form is drawn.
const drawn = {
  Checkbox, DropdownV2, MultiselectV2, NumberInput, Text, TextArea, TextInput, ToggleSwitchV2,
  DatePickerV2: lazy(() => import('../DatePickerV2').then(module => ({ default: module.DatePickerV2 }))),
} as unknown as Record<FieldType, ComponentType<FieldGiven>>; // prettier-ignore

/** The spec's defaults of a component, as the runtime resolves them. */
export function defaultsOf<N extends Name>(name: N): Props[N] {
  const entries = Object.values(specs[name].props).map(prop => [prop.key, prop.default]);
  return Object.fromEntries(entries) as Props[N];
}

export interface MadeFieldsProps {
  id: string;
  fields: readonly MadeField[];
  /** Changes when the form is reset. */
  round: unknown;
  /** How often one tried to send the form; from the first time on faults are shown. */
  attempts: number;
  media: Device;
  act(action: HostAction): void;
  changed(values: Row, valid: boolean): void;
}

export function MadeFields({ id, fields, round, attempts, media, act, changed }: MadeFieldsProps) {
  const key = JSON.stringify([round, fields]);
  const [held, setHeld] = useState({ key, attempts, values: initial(fields), touched: new Set<string>() });
  if (held.key !== key) setHeld({ key, attempts, values: initial(fields), touched: new Set() });
  const tell = useRef(changed);
  useEffect(() => {
    tell.current = changed;
  });
  const { values, touched } = held;
  useEffect(() => {
    tell.current(
      values,
      fields.every(field => faultOf(field, values[field.name]) === undefined)
    );
    // The fields are part of `values`' identity: both change together, by `key`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [values]);

  function put(field: MadeField, given: Row) {
    const value = 'values' in given ? given.values : given.value;
    if (value === undefined && given.$touched !== true) return;
    setHeld(before => ({
      ...before,
      values: value === undefined ? before.values : { ...before.values, [field.name]: value },
      touched: new Set(before.touched).add(field.name),
    }));
  }

  return (
    <div className="tj-Form-made">
      {fields.map(field => {
        const Field = drawn[field.type];
        const value = values[field.name];
        return (
          <div key={field.name} className={`tj-Form-field tj-mod-${field.type}`}>
            <Suspense fallback={<i className="tj-Skeleton" />}>
              <Field
                id={`${id}.${field.name}`}
                name={field.name}
                props={{ ...defaultsOf(field.type as Name), ...field.props, text: value }}
                exposed={{ value, values: value, isMandatory: field.mandatory, label: field.props.label }}
                error={touched.has(field.name) || attempts > held.attempts ? faultOf(field, value) : undefined}
                fire={() => undefined}
                set={given => put(field, given)}
                slot={() => null}
                row={() => null}
                act={act}
                media={media}
              />
            </Suspense>
          </div>
        );
      })}
    </div>
  );
}

function initial(fields: readonly MadeField[]): Row {
  return Object.fromEntries(fields.filter(field => field.type !== 'Text').map(field => [field.name, field.value]));
}
