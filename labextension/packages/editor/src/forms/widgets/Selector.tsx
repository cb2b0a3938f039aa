/** A choice the source itself gives (schemas, tables); anything else may be typed too. */
import { Autocomplete, Select } from '@mantine/core';
import { asRefusal } from '../../api/errors';
import { useChoices } from '../useChoices';
import { textOf, worded, type WidgetProps } from './widget';

export function Selector(props: WidgetProps) {
  const { field, options, value, onChange } = props;
  const { choices, failed, waiting } = useChoices(field, options);
  const shared = {
    ...worded(props),
    placeholder: waiting ? 'Loading…' : field.placeholder || 'Choose or type',
  };
  const named = choices.some(choice => choice.value !== choice.label);
  return (
    <>
      {named ? (
        <Select
          {...shared}
          data={choices}
          value={textOf(value) || null}
          onChange={onChange}
          searchable
          checkIconPosition="right"
        />
      ) : (
        <Autocomplete
          {...shared}
          data={choices.map(choice => choice.value)}
          value={textOf(value)}
          onChange={onChange}
        />
      )}
      {failed && <p className="tj-Field-doc">{asRefusal(failed).message}</p>}
    </>
  );
}
