/** A list of the sidebar: opened with a click or Enter, walked with the arrows. */

import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { KeyboardEvent, ReactElement } from 'react';

import { app, query, source } from './icons';
import type { Item, Noun } from './server';
import type { Workspace } from './workspace';

export const ITEM_CLASS = 'tj-LabItem';
export type Act = (noun: Noun, item: Item) => void;

const ICONS = { apps: app, sources: source, queries: query };
const drawn = new WeakMap<HTMLElement, { noun: Noun; item: Item }>();

/** What an element of a list stands for. */
export function itemAt(node: HTMLElement): { noun: Noun; item: Item } | undefined {
  return drawn.get(node);
}

interface ListOptions {
  workspace: Workspace;
  noun: Noun;
  title: string;
  empty: string;
  act: Act;
}

export class ItemList extends ReactWidget {
  constructor(private readonly options: ListOptions) {
    super();
    this.addClass('tj-LabList');
  }

  protected override render(): ReactElement {
    const { workspace } = this.options;
    return <UseSignal signal={workspace.changed}>{() => <Items {...this.options} />}</UseSignal>;
  }
}

/** Moves the focus to the neighbour. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`.${ITEM_CLASS}`)];
  const at = all.findIndex(node => node === document.activeElement);
  all[at + step]?.focus();
  event.preventDefault();
}

function Items({ workspace, noun, title, empty, act }: ListOptions): ReactElement {
  const { items, error, known } = workspace.listing(noun);
  if (error)
    return (
      <p className="tj-LabList-note" role="alert">
        {error}
      </p>
    );
  if (items.length === 0) return <p className="tj-LabList-note">{known ? empty : ''}</p>;
  const Icon = ICONS[noun];
  return (
    <ul aria-label={title} onKeyDown={walk}>
      {items.map(item => (
        <li key={item.id}>
          <button
            type="button"
            className={ITEM_CLASS}
            data-noun={noun}
            title={noun === 'apps' && item.released === null ? `${item.name} (not released yet)` : item.name}
            ref={node => {
              if (node) drawn.set(node, { noun, item });
            }}
            onClick={() => act(noun, item)}
          >
            <Icon.react tag="span" className="tj-LabItem-icon" />
            <span className="tj-LabItem-name">{item.name}</span>
            <span className="tj-LabItem-more">{noun === 'apps' ? (item.released ?? 'draft') : item.kind}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
