/** The page of one query, new or saved. */
import { useFetched } from '../../api/hooks';
import { Loaded, Waiting } from '../../kit/states';
import { QueryEditor } from './QueryEditor';

export function OpenQuery({ id }: { id: string }) {
  const query = useFetched('GET queries/{query}', { path: { query: id } });
  const sources = useFetched('GET sources', {});
  return (
    <Loaded result={sources}>
      {found => (
        <Loaded result={query}>
          {saved => (
            <QueryEditor
              key={saved.id}
              sources={found}
              saved={saved}
              start={{ name: saved.name, target: { kind: saved.kind, source: saved.source }, options: saved.options }}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** A new query; on a source, where one was chosen already or there is only one. */
export function NewQuery({ source }: { source: string | undefined }) {
  const sources = useFetched('GET sources', {});
  return (
    <Loaded result={sources}>
      {found => {
        const [only] = found.length === 1 ? found : [];
        const chosen = source ? found.find(({ id }) => id === source) : only;
        // A source that was just made may not be in the list that is remembered.
        if (source && !chosen && sources.isFetching) return <Waiting />;
        const target = chosen && { kind: chosen.kind, source: chosen.id };
        return <QueryEditor sources={found} start={{ name: '', target, options: {} }} />;
      }}
    </Loaded>
  );
}
