/** The page of one data source: a new one of a kind, or one that is there, with its options for each environment. */
import { Tabs } from '@mantine/core';
import type { SourceReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { useFetched } from '../../api/hooks';
import { readPlugin, type Plugin } from '../../forms/fields';
import { withDefaults } from '../../forms/values';
import { IconButton, LinkButton } from '../../kit/Button';
import { IconTerminal2, IconTrash } from '../../kit/glyphs';
import { Loaded } from '../../kit/states';
import { titled } from '../../kit/words';
import { Header } from '../Header';
import { go, to } from '../route';
import { DeleteSource } from './DeleteSource';
import { KindIcon } from './KindIcon';
import { SourceForm } from './SourceForm';

const UP = { title: 'Data sources', href: to('sources') };

export function NewSource({ kind }: { kind: string }) {
  const plugins = useFetched('GET plugins/{kind}', { path: { kind } });
  return (
    <section className="tj-Narrow">
      <Loaded result={plugins}>
        {reply => {
          const plugin = readPlugin(reply);
          return (
            <>
              <Header title={`New ${plugin.title} source`} up={UP} beside={<KindIcon kind={kind} />} />
              <SourceForm
                plugin={plugin}
                start={{ name: suggested(plugin), options: withDefaults(plugin.connection, {}) }}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function suggested({ kind }: Plugin): string {
  return `my_${kind}`;
}

export function EditSource({ id }: { id: string }) {
  const source = useFetched('GET sources/{source}', { path: { source: id } });
  return <Loaded result={source}>{found => <Edit source={found} />}</Loaded>;
}

function Edit({ source }: { source: SourceReply }) {
  const plugins = useFetched('GET plugins/{kind}', { path: { kind: source.kind } });
  const environments = useFetched('GET environments', {});
  const [deleting, setDeleting] = useState(false);
  return (
    <section className="tj-Narrow">
      <Header title={source.name} up={UP} beside={<KindIcon kind={source.kind} />}>
        <LinkButton icon={IconTerminal2} href={to('queries', 'new', source.id)}>
          New query
        </LinkButton>
        <IconButton label="Delete" icon={IconTrash} onClick={() => setDeleting(true)} />
      </Header>
      <Loaded result={plugins}>
        {reply => (
          <Loaded result={environments}>
            {found => <Forms plugin={readPlugin(reply)} source={source} environments={found.map(({ name }) => name)} />}
          </Loaded>
        )}
      </Loaded>
      {deleting && (
        <DeleteSource
          source={source}
          onClose={() => setDeleting(false)}
          onDeleted={() => go(to('sources'), { instead: true })}
        />
      )}
    </section>
  );
}

interface FormsProps {
  plugin: Plugin;
  source: SourceReply;
  environments: string[];
}

function Forms({ plugin, source, environments }: FormsProps) {
  return (
    <Tabs defaultValue={environments[0]} keepMounted={false}>
      <Tabs.List aria-label="Environments">
        {environments.map(name => (
          <Tabs.Tab key={name} value={name}>
            {titled(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {environments.map(name => (
        <Tabs.Panel key={name} value={name}>
          <SourceForm
            key={source.updatedAt}
            plugin={plugin}
            source={source}
            environment={name}
            start={{ name: source.name, options: withDefaults(plugin.connection, source.options[name] ?? {}) }}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
