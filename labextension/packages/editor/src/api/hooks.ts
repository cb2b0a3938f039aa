/** The server's answers in React: kept, shared and fetched again when something of the same noun changed. */
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Endpoint, type Given, type Reply } from './call';
import { Refusal } from './errors';
import { tellLab } from './lab';

type Reading = Extract<Endpoint, `GET ${string}`>;

/** The first word of an address: `sources` of `GET sources/{source}`. */
export function nounOf(endpoint: Endpoint): string {
  return endpoint.split(' ')[1]?.split('/')[0] ?? '';
}

/** A client that asks again only where asking can help. */
export function createClient(): QueryClient {
  const retry = (failures: number, error: Error): boolean =>
    failures < 2 && error instanceof Refusal && error.code === 'Unreachable';
  return new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry, networkMode: 'always' } } });
}

/** What the server has at an address. */
export function useFetched<E extends Reading>(endpoint: E, given: Given<E>, { enabled = true, keep = false } = {}) {
  const asked: { path?: unknown; query?: unknown } = given;
  return useQuery<Reply<E>>({
    queryKey: [nounOf(endpoint), endpoint, asked.path, asked.query],
    queryFn: ({ signal }) => call(endpoint, { ...given, signal }),
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
  });
}

/** Something to do on the server; afterwards everything of these nouns is read again. */
export function useSend<E extends Endpoint>(endpoint: E, { also = [] }: { also?: string[] } = {}) {
  const client = useQueryClient();
  return useMutation<Reply<E>, Error, Given<E>>({
    networkMode: 'always',
    mutationFn: given => call(endpoint, given),
    onSuccess: () => {
      const nouns = [nounOf(endpoint), ...also];
      for (const noun of nouns) tellLab({ type: 'tooljet:changed', noun });
      return Promise.all(nouns.map(noun => client.invalidateQueries({ queryKey: [noun] })));
    },
  });
}
