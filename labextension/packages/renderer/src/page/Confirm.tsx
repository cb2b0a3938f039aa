/** Asks before a query runs, when its builder wants that. */
import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { Questions } from './questions';

export function Confirm({ questions }: { questions: Questions }) {
  const question = useSyncExternalStore(questions.listen, questions.current);
  return (
    <Modal
      opened={question !== undefined}
      onClose={() => question?.answer(false)}
      withCloseButton={false}
      centered
      size={420}
      // Above the dialog in which the question came up.
      zIndex={300}
      radius="var(--tj-radius-dialog)"
      attributes={{ content: { 'aria-label': 'Confirm' } }}
    >
      <p className="tj-Confirm-message">{question?.message}</p>
      <div className="tj-Confirm-buttons">
        <button type="button" className="tj-Plain" onClick={() => question?.answer(false)}>
          Cancel
        </button>
        <button type="button" className="tj-Primary" data-autofocus onClick={() => question?.answer(true)}>
          Continue
        </button>
      </div>
    </Modal>
  );
}
