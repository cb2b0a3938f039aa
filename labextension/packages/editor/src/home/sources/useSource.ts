/** Checking, testing and saving a data source, and what is wrong with its fields. */
import type { SourceReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { asRefusal } from '../../api/errors';
import { useSend } from '../../api/hooks';
import type { Options, Plugin } from '../../forms/fields';
import { problems as found } from '../../forms/values';
import { useToasts } from '../../kit/Toasts';
import { go, to } from '../route';

interface Place {
  plugin: Plugin;
  source?: SourceReply;
  /** Undefined for all of them. */
  environment?: string;
}

/** What a source that needs a login says: where to log in. */
function loginOf(error: unknown): string | undefined {
  const { code, detail } = asRefusal(error);
  return code === 'NeedsLogin' && typeof detail.url === 'string' ? detail.url : undefined;
}

export function useSource({ plugin, source, environment }: Place) {
  const { done } = useToasts();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const trial = useSend('POST sources/test');
  const creation = useSend('POST sources');
  const change = useSend('PATCH sources/{source}');

  function clear(): void {
    setProblems({});
    trial.reset();
  }

  function check(name: string, options: Options): boolean {
    const wrong = { ...found(plugin.connection, options), ...(name.trim() === '' && { name: 'is required' }) };
    setProblems(wrong);
    return Object.keys(wrong).length === 0;
  }

  function refused(error: Error): void {
    const { field, reason } = asRefusal(error);
    if (field) setProblems({ [field]: reason });
    const url = loginOf(error);
    if (url) window.open(url, '_blank', 'noopener');
  }

  function test(options: Options): void {
    trial.mutate({ body: { kind: plugin.kind, options, source: source?.id, environment } }, { onError: refused });
  }

  function save(name: string, options: Options): void {
    const saved = ({ id }: SourceReply): void => {
      done(`${name} is saved.`);
      if (!source) go(to('sources', id), { instead: true });
    };
    const handlers = { onSuccess: saved, onError: refused };
    if (source) change.mutate({ path: { source: source.id }, body: { name, options, environment } }, handlers);
    else creation.mutate({ body: { name, kind: plugin.kind, options } }, handlers);
  }

  return {
    problems,
    clear,
    check,
    test: { run: test, busy: trial.isPending, seconds: trial.data?.seconds, error: trial.error },
    save: { run: save, busy: creation.isPending || change.isPending, error: creation.error ?? change.error },
  };
}
