/** A field for one line of text. */
import type { Given } from './define';
import { Field } from './field/Field';
import { changed } from './field/said';
import { leave } from './field/touch';
import { useField } from './field/useField';

export function TextInput({ name, props, exposed, error, fire, set }: Given<'TextInput'>) {
  const field = useField(exposed.value ?? '', value => changed({ set, fire }, value));
  const blur = () => {
    field.settle();
    fire('onBlur');
    leave({ set });
  };
  return (
    <Field
      name={name}
      look={props}
      required={props.mandatory}
      error={error}
      disabled={props.disabledState}
      loading={props.loadingState}
      onClear={props.showClearBtn && field.value !== '' ? () => field.enter('') : undefined}
    >
      {control => (
        <input
          {...control}
          type="text"
          value={field.value}
          placeholder={props.placeholder}
          autoComplete="off"
          onChange={event => field.enter(event.target.value)}
          onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && fire('onEnterPressed')}
          onFocus={() => fire('onFocus')}
          onBlur={blur}
        />
      )}
    </Field>
  );
}
