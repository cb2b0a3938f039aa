/** A box to tick or a switch, with its words and its message. */
import { shownValue } from '../../gestures/entry';
import type { Local } from '../../gestures/screen';
import { seen, when, type Part } from '../seen';

export interface ToggleSettings {
  id: string;
  name: string;
  error?: string;
  props: { label: string; mandatory?: boolean; disabledState: boolean; loadingState: boolean };
  exposed: { value: boolean };
}

export function toggle(role: 'checkbox' | 'switch', given: ToggleSettings, local: Local): Part[] {
  const { id, name, error, props, exposed } = given;
  const label = props.label.trim();
  const states = {
    checked: shownValue(local, exposed.value ?? false),
    disabled: when(props.disabledState || props.loadingState),
    required: when(props.mandatory),
    invalid: when(Boolean(error)),
    busy: when(props.loadingState),
  };
  return [
    seen(role, { name: label === '' ? name : label, description: error || undefined, instance: id, states }),
    ...(label === '' ? [] : [label]),
    ...(error ? [seen('alert', {}, [error])] : []),
  ];
}
