/** The bar above the rows: search, filters, columns, download, new rows. */

import { IconDownload, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ColumnsMenu } from './ColumnsMenu';
import { fileKinds } from './download/file';
import { FilterMenu } from './FilterMenu';
import { Floating } from './Floating';
import { countText } from './footerText';
import type { Sheet, SheetActions } from './sheet';
import type { Tools } from './tools';

export interface ToolbarProps {
  /** The app's name for the table, '' for none. */
  title: string;
  sheet: Sheet;
  actions: SheetActions;
  tools: Tools;
  addRow(): void;
}

export function Toolbar({ title, sheet, actions, tools, addRow }: ToolbarProps) {
  if (title === '' && !Object.values(tools).some(Boolean)) return null;
  return (
    <div className="tj-Table-toolbar" role="toolbar" aria-label="Table tools">
      {title !== '' && <Title title={title} total={sheet.paging.total} />}
      {title !== '' && <span className="tj-Table-space" />}
      {tools.search && <Search text={sheet.search} search={actions.search} />}
      {title === '' && <span className="tj-Table-space" />}
      {tools.filter && <FilterMenu columns={sheet.all} filters={sheet.filters} apply={actions.filter} />}
      {tools.columns && <ColumnsMenu columns={sheet.all} show={actions.show} />}
      {tools.download && <DownloadMenu download={actions.download} />}
      {tools.addRow && (
        <button type="button" className="tj-Table-tool" onClick={addRow}>
          <IconPlus size={16} aria-hidden />
          <span>Add row</span>
        </button>
      )}
    </div>
  );
}

/** What the table is, and how many rows there are where that is known. */
function Title({ title, total }: { title: string; total: number | undefined }) {
  return (
    <h3 className="tj-Table-title" title={title}>
      <span>{title}</span>
      {total !== undefined && total > 0 && <small className="tj-Numbers">{countText(total)}</small>}
    </h3>
  );
}

/** Milliseconds without typing after which the search starts. */
const pause = 250;

function Search({ text, search }: { text: string; search: (text: string) => void }) {
  const [draft, setDraft] = useState(text);
  const [known, setKnown] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== text) {
    // The app itself changed the search (a component action, a reset).
    setKnown(text);
    setDraft(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string, wait: number) {
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setKnown(next);
      search(next);
    }, wait);
  }

  return (
    <label className="tj-Table-search">
      <IconSearch size={15} aria-hidden />
      <input
        type="search"
        value={draft}
        placeholder="Search"
        aria-label="Search the table"
        onChange={event => type(event.currentTarget.value, pause)}
        onKeyDown={event => {
          if (event.key === 'Enter') type(draft, 0);
          if (event.key === 'Escape' && draft !== '') type('', 0);
        }}
      />
      {draft !== '' && (
        <button type="button" className="tj-Table-icon" aria-label="Clear search" onClick={() => type('', 0)}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </label>
  );
}

function DownloadMenu({ download }: { download: SheetActions['download'] }) {
  return (
    <Floating label="Download" icon={<IconDownload size={16} aria-hidden />}>
      {close => (
        <div className="tj-Table-list">
          {fileKinds.map(({ kind, label }) => (
            <button
              key={kind}
              type="button"
              className="tj-Table-item"
              onClick={() => {
                download(kind);
                close();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </Floating>
  );
}
