/** Confirms that a data source goes. */
import type { SourceReply } from '@tooljet/schema/api';
import { useSend } from '../../api/hooks';
import { useToasts } from '../../kit/Toasts';
import { AskDelete } from '../Ask';

interface DeleteSourceProps {
  source: SourceReply;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteSource({ source, onClose, onDeleted }: DeleteSourceProps) {
  const { done } = useToasts();
  const { mutate, isPending, error } = useSend('DELETE sources/{source}');
  const remove = (): void =>
    mutate(
      { path: { source: source.id } },
      {
        onSuccess: () => {
          done(`${source.name} was deleted.`);
          onDeleted();
        },
      }
    );
  return (
    <AskDelete what={source.name} busy={isPending} error={error} onClose={onClose} onDelete={remove}>
      Queries that use it stay and say so when they run. The data itself is not touched; the stored options and secrets
      are gone.
    </AskDelete>
  );
}
