/** A field for several lines of text. */
import type { Given } from './define';
import { Field } from './field/Field';
import { changed } from './field/said';
import { leave } from './field/touch';
import { useField } from './field/useField';
import './TextArea.css';

export function TextArea({ name, props, exposed, error, fire, set }: Given<'TextArea'>) {
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
      tall
      grows={props.dynamicHeight}
    >
      {control => (
        <textarea
          {...control}
          className="tj-TextArea"
          // Browsers that cannot fit a field to its text count its lines.
          rows={props.dynamicHeight ? Math.max(2, field.value.split('\n').length) : 2}
          value={field.value}
          placeholder={props.placeholder}
          onChange={event => field.enter(event.target.value)}
          onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && fire('onEnterPressed')}
          onFocus={() => fire('onFocus')}
          onBlur={blur}
        />
      )}
    </Field>
  );
}
