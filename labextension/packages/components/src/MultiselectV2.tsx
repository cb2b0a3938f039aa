/** A menu from which several options are chosen. */
import type { Given } from './define';
import { ChoiceField } from './choice/ChoiceField';
import { Tick } from './choice/ChoiceList';
import { allToggled, includesValue, matching, toggled, type Choice } from './choice/choices';
import { useChoices } from './choice/useChoices';
import { useMenu } from './choice/useMenu';
import { leave } from './field/touch';
import { useField } from './field/useField';

/** What is chosen in one line. */
function words(all: Choice[], values: readonly unknown[], sayAll: boolean): string {
  const labels = all.filter(choice => includesValue(values, choice.value)).map(choice => choice.label);
  if (sayAll && labels.length > 1 && labels.length === all.length) return 'All selected';
  return labels.length > 2 ? `${labels.length} selected: ${labels.join(', ')}` : labels.join(', ');
}

function SelectAll({ chosen, of, onClick }: { chosen: number; of: number; onClick: () => void }) {
  const some = chosen > 0 && chosen < of;
  return (
    <button
      type="button"
      className="tj-Menu-all"
      role="checkbox"
      aria-checked={some ? 'mixed' : chosen > 0}
      onClick={onClick}
    >
      <Tick on={chosen > 0} some={some} boxed />
      Select all
    </button>
  );
}

export function MultiselectV2({ name, props, exposed, error, fire, set }: Given<'MultiselectV2'>) {
  const field = useField<unknown[]>(Array.isArray(exposed.values) ? exposed.values : [], values => {
    set({ values });
    fire('onSelect');
  });
  const menu = useMenu({
    onFocus: () => fire('onFocus'),
    onBlur: () => {
      field.settle();
      fire('onBlur');
      leave({ set });
    },
    onSearch: searchText => {
      set({ searchText });
      fire('onSearchTextChanged');
    },
  });
  const all = useChoices(props);
  const offered = props.serverSideSearch ? all : matching(all, menu.search);
  const open = offered.filter(choice => !choice.disabled);
  return (
    <ChoiceField
      name={name}
      look={props}
      required={props.mandatory}
      error={error}
      disabled={props.disabledState}
      loading={props.loadingState}
      menu={menu}
      multiple
      placeholder={props.placeholder}
      words={words(all, field.value, props.showAllSelectedLabel)}
      offered={offered}
      isChosen={choice => includesValue(field.value, choice.value)}
      onChoose={choice => field.enter(toggled(field.value, choice.value))}
      onClear={props.showClearBtn && field.value.length > 0 ? () => field.enter([]) : undefined}
      optionsLoading={props.optionsLoadingState}
      searchable={props.showSearchInput}
      head={
        props.showAllOption &&
        open.length > 0 && (
          <SelectAll
            chosen={open.filter(choice => includesValue(field.value, choice.value)).length}
            of={open.length}
            onClick={() => field.enter(allToggled(field.value, offered))}
          />
        )
      }
    />
  );
}
