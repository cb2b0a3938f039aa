/** Runs a query that may not be saved yet, and can stop it in its database. */
import { useQueryClient } from '@tanstack/react-query';
import type { RunOnce, RunReply } from '@tooljet/schema/api';
import { useRef, useState } from 'react';
import { call } from '../../api/call';

export interface RunState {
  running: boolean;
  reply?: RunReply;
  error?: unknown;
}

export function useRun(): { state: RunState; run: (body: RunOnce) => void; cancel: () => void } {
  const client = useQueryClient();
  const [state, setState] = useState<RunState>({ running: false });
  const current = useRef<{ run: string; abort: AbortController }>(null);

  async function run(body: RunOnce): Promise<void> {
    current.current?.abort.abort();
    const mine = { run: crypto.randomUUID(), abort: new AbortController() };
    current.current = mine;
    setState(before => ({ ...before, running: true, error: undefined }));
    const outcome = await call('POST queries/run', {
      body: { ...body, run: mine.run },
      signal: mine.abort.signal,
    }).then(
      reply => ({ reply }),
      (error: unknown) => ({ error })
    );
    // A newer run has taken the place.
    if (current.current !== mine) return;
    current.current = null;
    setState({ running: false, ...outcome });
    void client.invalidateQueries({ queryKey: ['runs'] });
  }

  function cancel(): void {
    const mine = current.current;
    if (!mine) return;
    current.current = null;
    // The run ends in its database; whatever still arrives is no longer awaited.
    void call('DELETE runs/{run}', { path: { run: mine.run } }).catch(() => undefined);
    mine.abort.abort();
    setState(before => ({ reply: before.reply, running: false, error: new Error('The run was cancelled.') }));
  }

  return { state, run: body => void run(body), cancel };
}
