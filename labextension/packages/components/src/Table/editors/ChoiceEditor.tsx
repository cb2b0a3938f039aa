/** One or several of the column's choices, with a search in the list. */

import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { isRow, words } from '../guards';
import { labelFor, listOf, optionFor, type Option } from '../options';
import { fault } from '../validation';
import type { EditorProps, Move } from './Editor';
import { Fault } from './Fault';

/** The choices that fit the search, and the typed word itself where the column takes new ones. */
export function offered(options: readonly Option[], search: string, free: boolean): Option[] {
  const wanted = search.trim().toLowerCase();
  const found = options.filter(option => option.label.toLowerCase().includes(wanted));
  const known = options.some(option => option.label.toLowerCase() === wanted);
  return free && wanted !== '' && !known ? [...found, { value: search.trim(), label: search.trim() }] : found;
}

const same = (one: unknown, other: unknown) => words(one, '\0') === words(other);

export function ChoiceEditor({ column, value, typed, commit, cancel }: EditorProps) {
  const several = column.type !== 'select';
  const [chosen, setChosen] = useState<unknown[]>(() =>
    several ? listOf(value).map(plainValue) : [plainValue(value)]
  );
  const [search, setSearch] = useState(typed ?? '');
  const [complaint, setComplaint] = useState<string>();
  const box = useCombobox({ defaultOpened: true });
  const options = offered(column.options, search, column.type === 'tagsV2' || column.options.length === 0);

  function finish(next: unknown[], move: Move) {
    const result = several ? next : next[0];
    const before = several ? listOf(value).map(plainValue) : [plainValue(value)];
    if (JSON.stringify(before) === JSON.stringify(next)) return move === 'stay' ? cancel() : commit(value, move);
    const found = fault(result, column);
    if (found !== undefined) return setComplaint(found);
    commit(result, move);
  }

  function pick(label: string) {
    const option = options.find(item => item.label === label);
    if (!option) return;
    if (!several) return finish([option.value], 'stay');
    const without = chosen.filter(item => !same(item, option.value));
    setChosen(without.length < chosen.length ? without : [...chosen, option.value]);
    setSearch('');
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Tab') finish(chosen, event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Backspace' && several && search === '') setChosen(chosen.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const title = several
    ? chosen.map(item => labelFor(column.options, item)).join(', ')
    : labelFor(column.options, chosen[0]);
  return (
    <div className="tj-Table-editor" onKeyDown={event => event.stopPropagation()}>
      <Combobox store={box} onOptionSubmit={pick} position="bottom-start" width={Math.max(180, column.width)}>
        <Combobox.Target>
          <input
            className="tj-Table-input"
            autoFocus
            value={search}
            placeholder={title}
            aria-label={column.name}
            aria-invalid={complaint !== undefined}
            onChange={event => {
              setSearch(event.currentTarget.value);
              box.openDropdown();
              box.selectFirstOption();
            }}
            onKeyDownCapture={keys}
            onBlur={() => finish(chosen, 'stay')}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={240} className="tj-Table-choices">
            {options.map(option => (
              <Combobox.Option
                key={option.label}
                value={option.label}
                active={chosen.some(item => same(item, option.value))}
              >
                <span className="tj-Table-choice">
                  <IconCheck size={14} opacity={chosen.some(item => same(item, option.value)) ? 1 : 0} aria-hidden />
                  {option.label}
                </span>
              </Combobox.Option>
            ))}
            {options.length === 0 && <Combobox.Empty>No choice with this name</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
        <Fault text={complaint} id={`${column.id}-fault`} />
      </Combobox>
    </div>
  );

  function plainValue(item: unknown): unknown {
    const raw = isRow(item) ? item.value : item;
    return optionFor(column.options, raw)?.value ?? raw;
  }
}
