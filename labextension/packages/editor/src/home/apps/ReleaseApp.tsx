/** Chooses the version that viewers get. */
import { Select } from '@mantine/core';
import type { AppSummary, VersionSummary } from '@tooljet/schema/api';
import { useState } from 'react';
import { useFetched, useSend } from '../../api/hooks';
import { Dialog } from '../../kit/Dialog';
import { ago } from '../../kit/moments';
import { Failure } from '../../kit/states';
import { useToasts } from '../../kit/Toasts';

function worded({ name, status, released, updatedAt }: VersionSummary): string {
  const state = released ? 'released' : status;
  return `${name} · ${state}, changed ${ago(updatedAt, Date.now())}`;
}

/** The version to offer first: the newest draft that is not released, else the newest. */
export function latest(versions: VersionSummary[]): VersionSummary | undefined {
  return versions.find(version => version.status === 'draft' && !version.released) ?? versions[0];
}

export function ReleaseApp({ app, onClose }: { app: AppSummary; onClose: () => void }) {
  const { done } = useToasts();
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = useFetched('GET apps/{app}/versions', { path: { app: app.id } });
  const { mutate, isPending, error } = useSend('POST apps/{app}/release');
  const found = versions.data ?? [];
  const version = found.find(({ id }) => id === chosen) ?? latest(found);
  const release = (): void => {
    if (!version) return;
    const told = (): void => {
      done(`${app.name} ${version.name} is released.`);
      onClose();
    };
    mutate({ path: { app: app.id }, body: { version: version.id } }, { onSuccess: told });
  };
  return (
    <Dialog
      title={`Release ${app.name}`}
      action={version ? `Release ${version.name}` : 'Release'}
      busy={isPending}
      disabled={!version}
      error={error}
      onClose={onClose}
      onSubmit={release}
    >
      <Select
        label="Version"
        data={found.map(item => ({ value: item.id, label: worded(item) }))}
        value={version?.id ?? null}
        onChange={setChosen}
        allowDeselect={false}
        checkIconPosition="right"
        data-autofocus
      />
      <p className="tj-Dialog-text">
        {app.releasedVersion
          ? `Viewers see ${app.releasedVersion} now. Whoever opens or reloads the app after the release gets the new version.`
          : 'The app becomes visible under its address for everybody who may log in here.'}
      </p>
      {versions.isError && <Failure error={versions.error} again={() => void versions.refetch()} />}
    </Dialog>
  );
}
