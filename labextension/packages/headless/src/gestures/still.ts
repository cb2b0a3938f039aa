/** Component types that take no gesture while they wait; the others are used with what they have. */
export const STILL = new Set([
  'Button', 'Checkbox', 'DatePickerV2', 'DropdownV2', 'Form', 'Html', 'Icon', 'Link', 'MultiselectV2', 'NumberInput', 'TextArea', 'TextInput',
  'ToggleSwitch', 'ToggleSwitchV2',
]); // prettier-ignore
