/** The form of a data source, with its test; what the server refuses is said at the field that is wrong. */
import { Checkbox, TextInput } from '@mantine/core';
import type { SourceReply } from '@tooljet/schema/api';
import { useId, useState, type FormEvent } from 'react';
import { asRefusal } from '../../api/errors';
import { Form } from '../../forms/Form';
import type { Options, Plugin } from '../../forms/fields';
import { Button } from '../../kit/Button';
import { IconCheck, IconPlug } from '../../kit/glyphs';
import { took } from '../../kit/moments';
import { Failure } from '../../kit/states';
import { useSource } from './useSource';

interface SourceFormProps {
  plugin: Plugin;
  source?: SourceReply;
  environment?: string;
  start: { name: string; options: Options };
}

export function SourceForm({ plugin, source, environment, start }: SourceFormProps) {
  const [name, setName] = useState(start.name);
  const [options, setOptions] = useState(start.options);
  const [everywhere, setEverywhere] = useState(false);
  const { problems, clear, check, test, save } = useSource({
    plugin,
    source,
    environment: everywhere ? undefined : environment,
  });
  const heading = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (check(name, options)) save.run(name, options);
  }

  function fill(next: Options): void {
    setOptions(next);
    clear();
  }

  return (
    <form className="tj-SourceForm" onSubmit={submit} noValidate aria-labelledby={heading}>
      <span id={heading} hidden>
        {source ? source.name : `New ${plugin.title} source`}
      </span>
      <div className="tj-Panel">
        <TextInput
          label="Name"
          description="Queries and notebooks call it by this name."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          value={name}
          error={problems.name && `Name ${problems.name}`}
          onChange={event => (setName(event.currentTarget.value), clear())}
        />
        <Form
          fields={plugin.connection}
          options={options}
          onChange={fill}
          problems={problems}
          around={{ kind: plugin.kind, plugin, source: source?.id, environment, onLogin: () => test.run(options) }}
        />
        {source && (
          <Checkbox
            label="Save these settings in every environment"
            checked={everywhere}
            onChange={event => setEverywhere(event.currentTarget.checked)}
          />
        )}
      </div>
      {!source && (
        <p className="tj-Quiet">
          The settings hold for development, staging and production; each can be changed once they are saved.
        </p>
      )}
      <Tested seconds={test.seconds} error={test.error ?? save.error} />
      <footer>
        <Button icon={IconPlug} busy={test.busy} onClick={() => check(name, options) && test.run(options)}>
          Test connection
        </Button>
        <Button type="submit" look="primary" busy={save.busy}>
          Save
        </Button>
      </footer>
    </form>
  );
}

function Tested({ seconds, error }: { seconds: number | undefined; error: Error | null }) {
  // What is wrong with a field of the form is said there.
  if (error && !asRefusal(error).field) return <Failure error={error} />;
  if (seconds === undefined) return null;
  return (
    <p className="tj-Tested" role="status">
      <IconCheck size={16} aria-hidden /> Connected in {took(seconds)}.
    </p>
  );
}
