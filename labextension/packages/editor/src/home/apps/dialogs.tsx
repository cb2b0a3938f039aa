/** Rename an app or move its address; delete it. */
import { TextInput } from '@mantine/core';
import type { AppSummary } from '@tooljet/schema/api';
import { useState } from 'react';
import { useSend } from '../../api/hooks';
import { Dialog } from '../../kit/Dialog';
import { useToasts } from '../../kit/Toasts';
import { AskDelete } from '../Ask';

interface AppDialogProps {
  app: AppSummary;
  onClose: () => void;
}

export function RenameApp({ app, onClose }: AppDialogProps) {
  const [name, setName] = useState(app.name);
  const [slug, setSlug] = useState(app.slug);
  const { mutate, isPending, error } = useSend('PATCH apps/{app}');
  const rename = (): void => mutate({ path: { app: app.id }, body: { name, slug } }, { onSuccess: onClose });
  return (
    <Dialog
      title={`Rename ${app.name}`}
      action="Rename"
      busy={isPending}
      disabled={!name.trim() || !slug.trim()}
      error={error}
      onClose={onClose}
      onSubmit={rename}
    >
      <TextInput label="Name" value={name} onChange={event => setName(event.currentTarget.value)} data-autofocus />
      <TextInput
        label="Address"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={slug === app.slug ? undefined : 'Links to the old address stop working.'}
        leftSection={<span className="tj-Quiet">/apps/</span>}
        leftSectionWidth={56}
        value={slug}
        onChange={event => setSlug(event.currentTarget.value)}
      />
    </Dialog>
  );
}

export function DeleteApp({ app, onClose }: AppDialogProps) {
  const { done } = useToasts();
  const { mutate, isPending, error } = useSend('DELETE apps/{app}');
  const remove = (): void =>
    mutate(
      { path: { app: app.id } },
      {
        onSuccess: () => {
          done(`${app.name} was deleted.`);
          onClose();
        },
      }
    );
  return (
    <AskDelete what={app.name} busy={isPending} error={error} onClose={onClose} onDelete={remove}>
      The app and all its versions are deleted, and its address stops working. Data in your sources stays. This cannot
      be undone; export the app first if you may want it back.
    </AskDelete>
  );
}
