/** A field with a menu: the button that shows what is chosen, and the list that drops from it. */
import { Combobox } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { Field, type ControlProps, type FieldProps } from '../field/Field';
import { IconChevronDown } from '../glyphs';
import { chosen } from '../theme/chosen';
import type { Choice } from './choices';
import { ChoiceList } from './ChoiceList';
import type { Menu } from './useMenu';
import './choice.css';

interface ChoiceFieldProps extends Omit<FieldProps, 'children' | 'after' | 'anchor'> {
  menu: Menu;
  placeholder: string;
  /** What is chosen, in words; empty shows the placeholder. */
  words: string;
  /** What can be chosen, filtered by the search. */
  offered: Choice[];
  isChosen(choice: Choice): boolean;
  onChoose(choice: Choice): void;
  optionsLoading: boolean;
  searchable: boolean;
  multiple?: boolean;
  /** Stands above the options: select all. */
  head?: ReactNode;
  menuWidth?: number | 'target' | 'max-content';
}

function ChoiceButton({ control, words, placeholder, menu }: ChoiceFieldProps & { control: ControlProps }) {
  return (
    <Combobox.EventsTarget targetType="button" withExpandedAttribute>
      <button
        {...control}
        ref={menu.button}
        type="button"
        className="tj-Choice"
        onClick={() => menu.store.toggleDropdown()}
      >
        <span className={words ? 'tj-Choice-words' : 'tj-Choice-words tj-mod-placeholder'}>{words || placeholder}</span>
      </button>
    </Combobox.EventsTarget>
  );
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { menu, offered, onChoose, look } = props;
  const accent: CSSProperties = { '--tj-menu-accent': chosen('brand', look.accentColor, 'var(--tj-brand)') };
  return (
    <div className="tj-ChoiceField" {...menu.visit.handlers}>
      <Combobox
        store={menu.store}
        width={props.menuWidth ?? 'target'}
        position="bottom-start"
        middlewares={{ flip: true, shift: true }}
        classNames={{ dropdown: 'tj-Menu', option: 'tj-Menu-option', options: 'tj-Menu-options' }}
        readOnly={props.disabled || props.loading}
        onOptionSubmit={index => {
          const choice = offered[Number(index)];
          if (choice) onChoose(choice);
        }}
      >
        <Combobox.DropdownTarget refProp="anchor">
          <Field
            {...props}
            open={menu.store.dropdownOpened}
            after={<IconChevronDown className="tj-Choice-chevron" size={16} stroke={2} aria-hidden />}
          >
            {control => <ChoiceButton {...props} control={control} />}
          </Field>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown ref={menu.visit.ground} style={accent}>
          <ChoiceList {...props} label={look.label || props.name} />
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
