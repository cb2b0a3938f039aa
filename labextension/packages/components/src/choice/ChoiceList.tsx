/** What drops from a menu's field: search, options with captions, and words for an empty or waiting list. */
import { Combobox } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconCheck, IconMinus, IconSearch } from '../glyphs';
import type { Choice } from './choices';
import type { Menu } from './useMenu';
import { emptyText, labelOf, LIMIT, restText } from './words';

interface ChoiceListProps {
  menu: Menu;
  label: string;
  offered: Choice[];
  isChosen(choice: Choice): boolean;
  optionsLoading: boolean;
  searchable: boolean;
  multiple?: boolean;
  head?: ReactNode;
}

interface TickProps {
  on: boolean;
  /** Stands in a box, because several can be chosen. */
  boxed?: boolean;
  /** Some of what it stands for is chosen. */
  some?: boolean;
}

export function Tick({ on, boxed, some }: TickProps) {
  const Drawing = some ? IconMinus : IconCheck;
  const tick = on && <Drawing size={boxed ? 12 : 16} stroke={boxed ? 3 : 2} aria-hidden />;
  return <span className={`tj-Tick ${boxed ? 'tj-mod-boxed' : ''} ${on ? 'tj-mod-on' : ''}`}>{tick}</span>;
}

function Option({ choice, index, on, multiple }: { choice: Choice; index: number; on: boolean; multiple?: boolean }) {
  return (
    <Combobox.Option value={String(index)} active={on} aria-selected={on} disabled={choice.disabled}>
      {multiple && <Tick on={on} boxed />}
      <span className="tj-Menu-words">
        <span>{labelOf(choice)}</span>
        {choice.caption && <small>{choice.caption}</small>}
      </span>
      {!multiple && <Tick on={on} />}
    </Combobox.Option>
  );
}

function Waiting() {
  return (
    <div className="tj-Menu-waiting" aria-busy="true" aria-label="Loading options">
      {[70, 50, 60].map(width => (
        <div key={width} className="tj-Skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

function Rows({ menu, offered, isChosen, multiple }: ChoiceListProps) {
  if (offered.length === 0) {
    return <Combobox.Empty className="tj-Menu-empty">{emptyText(menu.search)}</Combobox.Empty>;
  }
  const rest = restText(offered.length);
  return (
    <>
      {offered.slice(0, LIMIT).map((choice, index) => (
        <Option key={index} choice={choice} index={index} on={isChosen(choice)} multiple={multiple} />
      ))}
      {rest && <Combobox.Empty className="tj-Menu-empty">{rest}</Combobox.Empty>}
    </>
  );
}

export function ChoiceList(props: ChoiceListProps) {
  const { menu, label, searchable, optionsLoading, multiple, head } = props;
  return (
    <>
      {searchable && (
        <div className="tj-Menu-search">
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <Combobox.Search
            variant="unstyled"
            value={menu.search}
            placeholder="Search"
            aria-label={`Search ${label}`}
            onChange={event => menu.searchFor(event.currentTarget.value)}
          />
        </div>
      )}
      {head}
      <Combobox.Options aria-label={label} aria-multiselectable={multiple || undefined}>
        {optionsLoading ? <Waiting /> : <Rows {...props} />}
      </Combobox.Options>
    </>
  );
}
