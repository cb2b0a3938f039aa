/** What a selector may choose from: the driver of the source is asked, with the fields the selector depends on. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import type { Field, Options } from './fields';
import { isRecord } from './fields';
import { useSurroundings } from './surroundings';
import { read } from './values';

export interface Listed {
  value: string;
  label: string;
}

function listed(data: unknown): Listed[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((item: unknown) =>
    isRecord(item) && typeof item.value === 'string'
      ? [{ value: item.value, label: String(item.label ?? item.value) }]
      : []
  );
}

/** Tables and columns of the workspace's own database, which is no saved source. */
async function ownTables(method: string, table: unknown): Promise<Listed[]> {
  const tables = await call('GET tables', {});
  if (method === 'listTables') return tables.map(({ id, name }) => ({ value: id, label: name }));
  const found = tables.find(({ id, name }) => id === table || name === table);
  return (found?.columns ?? []).map(column => ({
    value: String(column.column_name),
    label: String(column.column_name),
  }));
}

/** The choices of a field, and why there are none. */
export function useChoices(
  field: Field,
  options: Options
): { choices: Listed[]; failed: Error | null; waiting: boolean } {
  const { kind, source, environment } = useSurroundings();
  const args = Object.fromEntries(field.depends_on.map(key => [key, read(options, key) ?? '']));
  // Tables are chosen before their columns: without one there is nothing to ask.
  const ready = field.method !== 'listColumns' || args.table !== '' || args.table_id !== '';
  const own = kind === 'tooljetdb';
  const { data, error, isLoading } = useQuery({
    queryKey: ['sources', 'invoke', source ?? kind, environment, field.method, args],
    queryFn: () =>
      own
        ? ownTables(field.method, args.table_id)
        : call('POST sources/{source}/invoke', {
            path: { source: source ?? '' },
            body: { method: field.method, args, environment },
          }).then(({ data: found }) => listed(found)),
    enabled: field.method !== '' && ready && (own || source !== undefined),
    staleTime: 60_000,
  });
  return { choices: data ?? [], failed: error, waiting: isLoading };
}
