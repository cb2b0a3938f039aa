/** The dialog that starts an empty app. */
import { useSend } from '../../api/hooks';
import { useToasts } from '../../kit/Toasts';
import { AskName } from '../Ask';

export function NewApp({ onClose }: { onClose: () => void }) {
  const { done } = useToasts();
  const { mutate, isPending, error } = useSend('POST apps');
  const create = (name: string): void =>
    mutate(
      { body: { name } },
      {
        onSuccess: () => {
          done(`${name} was made, with one empty draft.`);
          onClose();
        },
      }
    );
  return (
    <AskName
      title="New app"
      label="Name"
      action="Make app"
      busy={isPending}
      error={error}
      onClose={onClose}
      onName={create}
    >
      <p className="tj-Dialog-text">Its address is made from the name and can be changed later.</p>
    </AskName>
  );
}
