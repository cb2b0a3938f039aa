/** One app: opened by a click, everything else in its menu. */
import { TablerIcon } from '@tooljet/components/icon';
import type { AppSummary } from '@tooljet/schema/api';
import { useState, type MouseEvent } from 'react';
import { address } from '../../api/config';
import { inLab, tellLab } from '../../api/lab';
import { IconCopy, IconDownload, IconPencil, IconRocket, IconTrash } from '../../kit/glyphs';
import { More, useMore } from '../../kit/More';
import { Moment } from '../../kit/Moment';
import { useToasts } from '../../kit/Toasts';
import { DeleteApp, RenameApp } from './dialogs';
import { download, useDuplicate } from './files';
import { ReleaseApp } from './ReleaseApp';

type Asking = 'release' | 'rename' | 'delete';

export function AppCard({ app }: { app: AppSummary }) {
  const [asking, setAsking] = useState<Asking>();
  const { failed } = useToasts();
  const duplicate = useDuplicate();
  const { onContextMenu, ...more } = useMore();
  const close = (): void => setAsking(undefined);
  const released = app.releasedVersion !== null;
  // In JupyterLab the app gets a tab there; elsewhere the link does what links do.
  const openInLab = (event: MouseEvent): void => {
    if (!inLab() || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    tellLab({ type: 'tooljet:open-app', slug: app.slug, name: app.name });
  };
  return (
    <li className="tj-Card" onContextMenu={onContextMenu}>
      <span className="tj-Card-icon">
        <TablerIcon name={app.icon} size={20} />
      </span>
      <div className="tj-Card-words">
        <h2>
          {released ? (
            <a
              className="tj-Card-link"
              href={address(`apps/${app.slug}`)}
              target="_blank"
              rel="noreferrer"
              onClick={openInLab}
            >
              {app.name}
            </a>
          ) : (
            app.name
          )}
        </h2>
        <p>/apps/{app.slug}</p>
        <p className="tj-Card-state">
          <span className={released ? 'tj-Tag tj-mod-success' : 'tj-Tag'}>{app.releasedVersion ?? 'Not released'}</span>
          <span>
            Changed <Moment at={app.updatedAt} />
          </span>
        </p>
      </div>
      <More
        label={`More for ${app.name}`}
        {...more}
        items={[
          { label: 'Release…', icon: IconRocket, run: () => setAsking('release') },
          { label: 'Rename…', icon: IconPencil, run: () => setAsking('rename') },
          { label: 'Duplicate', icon: IconCopy, run: () => duplicate(app) },
          { label: 'Export', icon: IconDownload, run: () => void download(app).catch(failed) },
          { label: 'Delete…', icon: IconTrash, danger: true, run: () => setAsking('delete') },
        ]}
      />
      {asking === 'release' && <ReleaseApp app={app} onClose={close} />}
      {asking === 'rename' && <RenameApp app={app} onClose={close} />}
      {asking === 'delete' && <DeleteApp app={app} onClose={close} />}
    </li>
  );
}
