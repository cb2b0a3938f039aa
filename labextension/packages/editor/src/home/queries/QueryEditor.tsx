/** The editor of a query: where it runs, what it does, its parameters, and what comes back. */
import { Select, TextInput } from '@mantine/core';
import type { QueryReply, SourceReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { useFetched } from '../../api/hooks';
import type { Options } from '../../forms/fields';
import { Button, IconButton } from '../../kit/Button';
import { IconPlayerPlay, IconPlayerStop, IconTrash } from '../../kit/glyphs';
import { titled } from '../../kit/words';
import { Header } from '../Header';
import { KindIcon } from '../sources/KindIcon';
import { go, to } from '../route';
import { DeleteQuery } from './DeleteQuery';
import { parametersOf, valueOfText } from './parameters';
import { QueryForm } from './QueryForm';
import { Result } from './Result';
import { SourceChoice, type Target } from './SourceChoice';
import { useRun } from './useRun';
import { useSave } from './useSave';

interface QueryEditorProps {
  sources: SourceReply[];
  saved?: QueryReply;
  start: { name: string; target: Target | undefined; options: Options };
}

const UP = { title: 'Queries', href: to('queries') };

export function QueryEditor({ sources, saved, start }: QueryEditorProps) {
  const [name, setName] = useState(start.name);
  const [target, setTarget] = useState(start.target);
  const [options, setOptions] = useState(start.options);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [environment, setEnvironment] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  const environments = useFetched('GET environments', {});
  const { state, run, cancel } = useRun();
  const save = useSave(saved);
  const asked = target?.kind === 'runpy' ? [] : parametersOf(options);
  const parameters = Object.fromEntries(asked.map(item => [item, valueOfText(typed[item] ?? '')]));
  const begin = (): void => {
    if (target) run({ ...target, options, parameters, environment });
  };
  const choose = (next: Target): void => {
    // Another kind has other fields; the text of a SQL query goes along.
    if (next.kind !== target?.kind) setOptions(typeof options.query === 'string' ? { query: options.query } : {});
    setTarget(next);
  };
  return (
    <section className="tj-Query">
      <Header
        title={saved ? saved.name : 'New query'}
        up={UP}
        beside={target?.source && <KindIcon kind={target.kind} />}
      >
        {saved && <IconButton label="Delete" icon={IconTrash} onClick={() => setDeleting(true)} />}
        <Button busy={save.busy} disabled={!target} onClick={() => target && save.run({ name, target, options })}>
          Save
        </Button>
        {state.running ? (
          <Button look="primary" icon={IconPlayerStop} onClick={cancel}>
            Cancel
          </Button>
        ) : (
          <Button look="primary" icon={IconPlayerPlay} disabled={!target} onClick={begin}>
            Run
          </Button>
        )}
      </Header>
      <div className="tj-Panel">
        <div className="tj-Query-top">
          <TextInput
            label="Name"
            placeholder="open_orders"
            value={name}
            error={save.problem}
            onChange={event => (setName(event.currentTarget.value), save.clear())}
          />
          <SourceChoice sources={sources} target={target} onChange={choose} />
          <Select
            label="Environment"
            data={(environments.data ?? []).map(({ name: value }) => ({ value, label: titled(value) }))}
            value={environment ?? environments.data?.[0]?.name ?? null}
            onChange={setEnvironment}
            allowDeselect={false}
            checkIconPosition="right"
          />
        </div>
        {target ? (
          <QueryForm
            target={target}
            options={options}
            onChange={setOptions}
            environment={environment ?? undefined}
            onRun={begin}
          />
        ) : (
          <p className="tj-Quiet">Choose a data source: it says what the query can do.</p>
        )}
        {asked.length > 0 && (
          <fieldset className="tj-Parameters">
            <legend>Parameters of this run</legend>
            {asked.map(item => (
              <TextInput
                key={item}
                label={item}
                value={typed[item] ?? ''}
                onChange={event => setTyped({ ...typed, [item]: event.currentTarget.value })}
                onKeyDown={event => event.key === 'Enter' && begin()}
              />
            ))}
          </fieldset>
        )}
      </div>
      <Result state={state} />
      {saved && deleting && (
        <DeleteQuery
          query={saved}
          onClose={() => setDeleting(false)}
          onDeleted={() => go(to('queries'), { instead: true })}
        />
      )}
    </section>
  );
}
