/** The fields a form makes by itself, drawn with the same components a builder would drop into it. */
import type { Device } from '@tooljet/schema';
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
import type { FieldType, MadeField } from './fields';
import { complaint, givenOf, held, heldKey, withSaid } from './held';

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

export interface MadeFieldsProps {
  id: string;
  fields: readonly MadeField[];
  /** Changes when the form is reset. */
  round: unknown;
  /** How often one tried to send the form; from the first time on faults are shown. */
  attempts: number;
  media: Device;
  act(action: HostAction): void;
  changed(values: Row): void;
}

export function MadeFields({ id, fields, round, attempts, media, act, changed }: MadeFieldsProps) {
  const key = heldKey(fields, round);
  const [now, setNow] = useState(() => held(fields, key, attempts));
  if (now.key !== key) setNow(held(fields, key, attempts));
  const tell = useRef(changed);
  useEffect(() => {
    tell.current = changed;
  });
  const { values } = now;
  useEffect(() => {
    tell.current(values);
  }, [values]);

  return (
    <div className="tj-Form-made">
      {fields.map(field => {
        const Field = drawn[field.type];
        return (
          <div key={field.name} className={`tj-Form-field tj-mod-${field.type}`}>
            <Suspense fallback={<i className="tj-Skeleton" />}>
              <Field
                id={`${id}.${field.name}`}
                name={field.name}
                {...givenOf(field, values[field.name])}
                error={complaint(field, now, attempts)}
                fire={() => undefined}
                set={said => setNow(before => withSaid(before, field, said))}
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
