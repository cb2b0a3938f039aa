/** A box to tick: yes or no. */
import type { Given } from './define';
import { changed } from './field/said';
import { leave } from './field/touch';
import { toggleLook } from './toggle/look';
import { Toggle } from './toggle/Toggle';

export function Checkbox({ name, props, exposed, error, fire, set }: Given<'Checkbox'>) {
  return (
    <Toggle
      kind="checkbox"
      name={name}
      label={props.label}
      labelSide={props.alignment}
      value={exposed.value ?? false}
      look={toggleLook(props)}
      required={props.mandatory}
      disabled={props.disabledState}
      loading={props.loadingState}
      error={error}
      send={value => changed({ set, fire }, value)}
      blur={() => leave({ set })}
    />
  );
}
