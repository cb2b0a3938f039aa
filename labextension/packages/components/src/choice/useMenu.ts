/** The life of a menu: open and closed, what is searched, and focus that counts as one visit to the field. */
import { useCombobox, type ComboboxStore } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useVisit } from '../field/useVisit';

export interface MenuCalls {
  onFocus(): void;
  onBlur(): void;
  onSearch(text: string): void;
}

export interface Menu {
  store: ComboboxStore;
  search: string;
  searchFor(text: string): void;
  button: RefObject<HTMLButtonElement | null>;
  visit: ReturnType<typeof useVisit>;
}

export function useMenu({ onFocus, onBlur, onSearch }: MenuCalls): Menu {
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const visit = useVisit(opened, { enter: onFocus, leave: onBlur });
  const searchFor = (text: string) => {
    setSearch(text);
    onSearch(text);
  };
  /** A click elsewhere takes the focus there; otherwise it comes back to the field. */
  const comeBack = () => {
    const at = document.activeElement;
    if (at === document.body || visit.ground.current?.contains(at)) button.current?.focus();
  };
  const store = useCombobox({
    opened,
    onOpenedChange: setOpened,
    onDropdownOpen: () => {
      store.focusSearchInput();
      store.updateSelectedOptionIndex('active', { scrollIntoView: true });
    },
    onDropdownClose: () => {
      store.resetSelectedOption();
      // After the browser has moved the focus to what was clicked.
      setTimeout(comeBack);
      if (search) searchFor('');
    },
  });
  // What matches best is first; Enter takes it.
  useEffect(() => {
    if (search) store.selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the store is new at every drawing
  }, [search]);
  return { store, search, searchFor, button, visit };
}
