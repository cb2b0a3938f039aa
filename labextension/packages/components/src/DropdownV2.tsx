/** A menu from which one option is chosen. */
import type { Given } from './define';
import { ChoiceField } from './choice/ChoiceField';
import { matching, sameValue } from './choice/choices';
import { useChoices } from './choice/useChoices';
import { menuWidth } from './choice/width';
import { useMenu } from './choice/useMenu';
import { chosenWord, isNothing } from './choice/words';
import { chose, searched } from './field/said';
import { leave } from './field/touch';
import { useField } from './field/useField';

export function DropdownV2({ name, props, exposed, error, fire, set }: Given<'DropdownV2'>) {
  const field = useField<unknown>(exposed.value, value => chose({ set, fire }, value));
  const menu = useMenu({
    onFocus: () => fire('onFocus'),
    onBlur: () => {
      field.settle();
      fire('onBlur');
      leave({ set });
    },
    onSearch: text => searched({ set, fire }, text),
  });
  const all = useChoices(props);
  const choose = (value: unknown) => {
    if (!sameValue(value, field.value)) field.enter(value);
    menu.store.closeDropdown();
  };
  return (
    <ChoiceField
      name={name}
      look={props}
      required={props.mandatory}
      error={error}
      disabled={props.disabledState}
      loading={props.loadingState}
      menu={menu}
      placeholder={props.placeholder}
      words={chosenWord(all, field.value)}
      offered={props.serverSideSearch ? all : matching(all, menu.search)}
      isChosen={choice => sameValue(choice.value, field.value)}
      onChoose={choice => choose(choice.value)}
      onClear={props.showClearBtn && !isNothing(field.value) ? () => choose(null) : undefined}
      optionsLoading={props.optionsLoadingState}
      searchable={props.showSearchInput}
      menuWidth={menuWidth(props)}
    />
  );
}
