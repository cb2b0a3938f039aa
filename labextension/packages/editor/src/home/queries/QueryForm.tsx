/** What a query does: its operation, and the form that the manifest of its kind describes; or Python. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useFetched } from '../../api/hooks';
import { Form } from '../../forms/Form';
import { readField, readPlugin, type Options } from '../../forms/fields';
import { chooseOperation, operationOf } from '../../forms/values';
import { Loaded, Waiting } from '../../kit/states';
import type { Target } from './SourceChoice';

interface QueryFormProps {
  target: Target;
  options: Options;
  onChange: (options: Options) => void;
  environment?: string;
  onRun: () => void;
}

const CODE = [
  readField({
    key: 'code',
    label: 'Python',
    widget: 'code',
    language: 'python',
    required: true,
    placeholder: '[{"answer": 6 * 7}]',
    doc: 'The value of the last line, or the variable result, is what the query returns. A DataFrame becomes rows.',
  }),
];

export function QueryForm(props: QueryFormProps) {
  if (props.target.kind === 'runpy')
    return (
      <Form
        fields={CODE}
        options={props.options}
        onChange={props.onChange}
        around={{ kind: 'runpy', onRun: props.onRun }}
      />
    );
  return <OperationForm {...props} />;
}

function OperationForm({ target, options, onChange, environment, onRun }: QueryFormProps) {
  const plugins = useFetched('GET plugins/{kind}', { path: { kind: target.kind } });
  const schema = useFetched(
    'GET sources/{source}/schema',
    { path: { source: target.source ?? '' }, query: { environment } },
    { enabled: target.source !== null }
  );
  const plugin = useMemo(() => plugins.data && readPlugin(plugins.data), [plugins.data]);
  return (
    <Loaded result={plugins} waiting={<Waiting lines={2} />}>
      {() => {
        if (!plugin) return null;
        const chosen = operationOf(plugin, options);
        const operation = plugin.operations[chosen];
        const names = Object.entries(plugin.operations).map(([value, { title }]) => ({ value, label: title }));
        return (
          <>
            {names.length > 1 && (
              <Select
                className="tj-Query-operation"
                label="Operation"
                description={operation?.doc || undefined}
                data={names}
                value={chosen}
                onChange={name => name && onChange(chooseOperation(plugin, options, name))}
                allowDeselect={false}
                checkIconPosition="right"
              />
            )}
            <Form
              key={`${target.source ?? target.kind}:${chosen}`}
              fields={operation?.fields ?? []}
              options={options}
              onChange={next => onChange(chooseOperation(plugin, next, chosen))}
              around={{
                kind: target.kind,
                plugin,
                source: target.source ?? undefined,
                environment,
                tables: schema.data?.tables,
                onRun,
              }}
            />
          </>
        );
      }}
    </Loaded>
  );
}
