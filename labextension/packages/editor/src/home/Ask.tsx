/** Two small dialogs: a name to give, a deletion to confirm. */
import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../kit/Dialog';

interface Doing {
  busy: boolean;
  error: unknown;
  onClose: () => void;
}

interface AskNameProps extends Doing {
  title: string;
  action: string;
  label: string;
  start?: string;
  onName: (name: string) => void;
  children?: ReactNode;
}

export function AskName({ title, action, label, start = '', busy, error, onClose, onName, children }: AskNameProps) {
  const [name, setName] = useState(start);
  const plain = name.trim();
  return (
    <Dialog
      title={title}
      action={action}
      busy={busy}
      disabled={plain === ''}
      error={error}
      onClose={onClose}
      onSubmit={() => plain !== '' && onName(plain)}
    >
      <TextInput label={label} value={name} onChange={event => setName(event.currentTarget.value)} data-autofocus />
      {children}
    </Dialog>
  );
}

interface AskDeleteProps extends Doing {
  what: string;
  onDelete: () => void;
  children: ReactNode;
}

export function AskDelete({ what, busy, error, onClose, onDelete, children }: AskDeleteProps) {
  return (
    <Dialog
      title={`Delete ${what}?`}
      action="Delete"
      danger
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={onDelete}
    >
      <p className="tj-Dialog-text">{children}</p>
    </Dialog>
  );
}
