/** The life of a menu: open and closed, what is searched, and focus that counts as one visit to the field. */
import { useCombobox, type ComboboxStore } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export interface MenuCalls {
  onFocus(): void;
  onBlur(): void;
  onSearch(text: string): void;
}

export interface Menu {
  store: ComboboxStore;
  search: string;
  searchFor(text: string): void;
  /** For the button that opens the menu. */
  focus(): void;
  blur(): void;
}

export function useMenu({ onFocus, onBlur, onSearch }: MenuCalls): Menu {
  const [search, setSearch] = useState('');
  const visiting = useRef(false);
  const searchFor = (text: string) => {
    setSearch(text);
    onSearch(text);
  };
  const store = useCombobox({
    onDropdownOpen: () => {
      store.focusSearchInput();
      store.updateSelectedOptionIndex('active', { scrollIntoView: true });
    },
    onDropdownClose: () => {
      store.resetSelectedOption();
      store.focusTarget();
      if (search) searchFor('');
    },
  });
  // What matches best is first; Enter takes it.
  useEffect(() => {
    if (search) store.selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the store is new at every drawing
  }, [search]);
  return {
    store,
    search,
    searchFor,
    focus() {
      if (!visiting.current) onFocus();
      visiting.current = true;
    },
    blur() {
      // The search field of the open menu is part of the field.
      if (store.dropdownOpened || !visiting.current) return;
      visiting.current = false;
      onBlur();
    },
  };
}
