/** Saves a query under its name, new or changed. */
import type { QueryReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { asRefusal } from '../../api/errors';
import { useSend } from '../../api/hooks';
import type { Options } from '../../forms/fields';
import { useToasts } from '../../kit/Toasts';
import { go, to } from '../route';
import type { Target } from './SourceChoice';

interface Draft {
  name: string;
  target: Target;
  options: Options;
}

export function useSave(saved: QueryReply | undefined) {
  const { done, failed } = useToasts();
  const [problem, setProblem] = useState<string>();
  const creation = useSend('POST queries');
  const change = useSend('PATCH queries/{query}');

  function refused(error: Error): void {
    const { field, code, message } = asRefusal(error);
    if (field === 'name' || code === 'Conflict') setProblem(message);
    else failed(error);
  }

  function run({ name, target, options }: Draft): void {
    if (name.trim() === '') {
      setProblem('A saved query needs a name.');
      return;
    }
    const told = ({ id }: QueryReply): void => {
      done(`${name} is saved.`);
      if (!saved) go(to('queries', id), { instead: true });
    };
    const handlers = { onSuccess: told, onError: refused };
    if (saved) change.mutate({ path: { query: saved.id }, body: { name, source: target.source, options } }, handlers);
    else creation.mutate({ body: { name, ...target, options } }, handlers);
  }

  return { run, problem, clear: () => setProblem(undefined), busy: creation.isPending || change.isPending };
}
