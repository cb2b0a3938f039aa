/** A menu from which several options are chosen. */
import type { Given } from './define';
import { ChoiceField } from './choice/ChoiceField';
import { Tick } from './choice/ChoiceList';
import { allToggled, includesValue, matching, toggled } from './choice/choices';
import { useChoices } from './choice/useChoices';
import { useMenu } from './choice/useMenu';
import { allTicked, chosenWords } from './choice/words';
import { choseSeveral, searched } from './field/said';
import { leave } from './field/touch';
import { useField } from './field/useField';

function SelectAll({ ticked, onClick }: { ticked: boolean | 'mixed'; onClick: () => void }) {
  return (
    <button type="button" className="tj-Menu-all" role="checkbox" aria-checked={ticked} onClick={onClick}>
      <Tick on={ticked !== false} some={ticked === 'mixed'} boxed />
      Select all
    </button>
  );
}

export function MultiselectV2({ name, props, exposed, error, fire, set }: Given<'MultiselectV2'>) {
  const field = useField<unknown[]>(Array.isArray(exposed.values) ? exposed.values : [], values =>
    choseSeveral({ set, fire }, values)
  );
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
      words={chosenWords(all, field.value, props.showAllSelectedLabel)}
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
            ticked={allTicked(field.value, open)}
            onClick={() => field.enter(allToggled(field.value, offered))}
          />
        )
      }
    />
  );
}
