/** One or several of the column's choices, with a search in the list. */

import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { labelFor } from '../options';
import type { EditorProps, Move } from './Editor';
import { Fault } from './Fault';
import { choiceOutcome, choicesWith, chosenIn, isSameChoice, isSeveral, offered, takesNew } from './outcome';

export function ChoiceEditor({ column, value, typed, commit, cancel }: EditorProps) {
  const several = isSeveral(column);
  const [chosen, setChosen] = useState<unknown[]>(() => chosenIn(value, column));
  const [search, setSearch] = useState(typed ?? '');
  const [complaint, setComplaint] = useState<string>();
  const box = useCombobox({ defaultOpened: true });
  const options = offered(column.options, search, takesNew(column));

  function finish(next: unknown[], move: Move) {
    const outcome = choiceOutcome(next, value, column);
    if (outcome === 'same') return move === 'stay' ? cancel() : commit(value, move);
    if ('complaint' in outcome) return setComplaint(outcome.complaint);
    commit(outcome.value, move);
  }

  function pick(label: string) {
    const option = options.find(item => item.label === label);
    if (!option) return;
    if (!several) return finish([option.value], 'stay');
    setChosen(choicesWith(chosen, option.value));
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
                active={chosen.some(item => isSameChoice(item, option.value))}
              >
                <span className="tj-Table-choice">
                  <IconCheck
                    size={14}
                    opacity={chosen.some(item => isSameChoice(item, option.value)) ? 1 : 0}
                    aria-hidden
                  />
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
}
