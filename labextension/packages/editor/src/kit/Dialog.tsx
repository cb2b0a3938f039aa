/** Dialogs: a title, a form, and its buttons; Escape closes and gives the focus back. */
import { Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Button } from './Button';
import { Failure } from './states';

interface DialogProps {
  title: string;
  action: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  size?: number;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

export function Dialog({
  title,
  action,
  danger,
  busy,
  disabled,
  error,
  size = 440,
  onClose,
  onSubmit,
  children,
}: DialogProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      radius="var(--tj-radius-dialog)"
      centered
      transitionProps={{ duration: 180, transition: 'fade' }}
      overlayProps={{ color: 'var(--tj-overlay)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className="tj-Dialog" onSubmit={submit} noValidate>
        {children}
        {error !== undefined && error !== null && <Failure error={error} />}
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled}>
            {action}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
