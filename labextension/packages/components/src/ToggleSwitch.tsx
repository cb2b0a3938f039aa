/** The switch of older apps; new apps use ToggleSwitchV2. */
import type { Given } from './define';
import { changed } from './field/said';
import { toggleLook } from './toggle/look';
import { Toggle } from './toggle/Toggle';

export function ToggleSwitch({ name, props, exposed, fire, set }: Given<'ToggleSwitch'>) {
  return (
    <Toggle
      kind="switch"
      name={name}
      label={props.label}
      labelSide="right"
      value={exposed.value ?? false}
      look={toggleLook(props)}
      disabled={props.disabledState}
      loading={props.loadingState}
      send={value => changed({ set, fire }, value)}
    />
  );
}
