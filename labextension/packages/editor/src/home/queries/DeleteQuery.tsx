/** Confirms that a saved query goes. */
import type { QueryReply } from '@tooljet/schema/api';
import { useSend } from '../../api/hooks';
import { useToasts } from '../../kit/Toasts';
import { AskDelete } from '../Ask';

interface DeleteQueryProps {
  query: QueryReply;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteQuery({ query, onClose, onDeleted }: DeleteQueryProps) {
  const { done } = useToasts();
  const { mutate, isPending, error } = useSend('DELETE queries/{query}');
  const remove = (): void =>
    mutate(
      { path: { query: query.id } },
      {
        onSuccess: () => {
          done(`${query.name} was deleted.`);
          onDeleted();
        },
      }
    );
  return (
    <AskDelete what={query.name} busy={isPending} error={error} onClose={onClose} onDelete={remove}>
      Notebooks and scripts that run it by name stop working. Queries inside of apps are not touched.
    </AskDelete>
  );
}
