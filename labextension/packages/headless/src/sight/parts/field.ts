/** What every field shows around its control: the label, the button that empties it, the message when it is refused. */
import { clearName, isLabelled, nameOf } from '@tooljet/components/pure/field/names';
import { seen, when, type About, type Part } from '../seen';

/** What of a field decides about its frame. */
export interface FieldSettings {
  id: string;
  name: string;
  error?: string;
  props: { label: string; mandatory: boolean; disabledState: boolean; loadingState: boolean };
}

/** A control as its field names and describes it. */
export function control(role: string, given: FieldSettings, about: About, children: readonly Part[] = []): Part {
  const { id, name, error, props } = given;
  const states = {
    disabled: when(props.disabledState || props.loadingState),
    required: when(props.mandatory),
    invalid: when(Boolean(error)),
    ...about.states,
  };
  const called = nameOf(props.label, name);
  return seen(role, { ...about, name: called, description: error || undefined, instance: id, states }, children);
}

/** The control with what is around it; `clears`: there is something to take away. */
export function framed(given: FieldSettings, inside: Part, clears = false): Part[] {
  const { name, error, props } = given;
  const button = clears && !props.disabledState ? [seen('button', { name: clearName(props.label, name) })] : [];
  return [
    ...(isLabelled(props.label) ? [props.label] : []),
    // While it waits, only its shape is there.
    ...(props.loadingState ? [] : [inside, ...button]),
    ...(error ? [seen('alert', {}, [error])] : []),
  ];
}
