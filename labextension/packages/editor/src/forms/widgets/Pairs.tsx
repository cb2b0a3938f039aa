/** Names and values: headers, parameters, options of a connection. */
import { TextInput } from '@mantine/core';
import { Button, IconButton } from '../../kit/Button';
import { IconPlus, IconX } from '../../kit/glyphs';
import { pairsOf } from '../entries';
import type { WidgetProps } from './widget';

export function Pairs({ field, value, onChange }: WidgetProps) {
  const pairs = pairsOf(value);
  const put = (at: number, pair: [string, string]): void =>
    onChange(pairs.map((old, index) => (index === at ? pair : old)));
  return (
    <div className="tj-List">
      {pairs.map(([name, text], at) => (
        <div key={at} className="tj-List-row">
          <TextInput
            aria-label={`${field.label}: name ${at + 1}`}
            placeholder="Name"
            value={name}
            onChange={event => put(at, [event.currentTarget.value, text])}
          />
          <TextInput
            aria-label={`${field.label}: value ${at + 1}`}
            placeholder="Value"
            type={field.secret ? 'password' : 'text'}
            value={text}
            onChange={event => put(at, [name, event.currentTarget.value])}
          />
          <IconButton label="Remove" icon={IconX} onClick={() => onChange(pairs.filter((_, index) => index !== at))} />
        </div>
      ))}
      <Button look="plain" icon={IconPlus} onClick={() => onChange([...pairs, ['', '']])}>
        Add
      </Button>
    </div>
  );
}
