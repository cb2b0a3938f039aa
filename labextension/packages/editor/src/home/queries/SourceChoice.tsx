/** What a query runs on: a data source of the workspace, its own tables, or Python. */
import { Select } from '@mantine/core';
import type { SourceReply } from '@tooljet/schema/api';

export interface Target {
  kind: string;
  source: string | null;
}

/** Kinds that need no data source. */
export const OWN: Record<string, string> = { tooljetdb: 'ToolJet Database', runpy: 'Python' };

interface SourceChoiceProps {
  sources: SourceReply[];
  target: Target | undefined;
  onChange: (target: Target) => void;
}

export function SourceChoice({ sources, target, onChange }: SourceChoiceProps) {
  const data = [
    { group: 'Data sources', items: sources.map(({ id, name }) => ({ value: id, label: name })) },
    { group: 'Built in', items: Object.entries(OWN).map(([value, label]) => ({ value, label })) },
  ];
  const choose = (value: string | null): void => {
    const source = sources.find(({ id }) => id === value);
    if (source) onChange({ kind: source.kind, source: source.id });
    else if (value) onChange({ kind: value, source: null });
  };
  return (
    <Select
      label="Data source"
      placeholder="Choose where it runs"
      data={data.filter(({ items }) => items.length > 0)}
      value={target ? (target.source ?? target.kind) : null}
      onChange={choose}
      allowDeselect={false}
      searchable
      checkIconPosition="right"
    />
  );
}
