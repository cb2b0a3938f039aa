/** The fields a form makes by itself: from its older schema, from a JSON schema, or from an example object. */
import { isRow, rowsOf, truth, words, type Row } from '../Table/guards';

/** The components a made field can be. */
export const fieldTypes = [
  'TextInput', 'NumberInput', 'TextArea', 'Checkbox', 'ToggleSwitchV2', 'DropdownV2', 'MultiselectV2', 'DatePickerV2', 'Text',
] as const; // prettier-ignore

export type FieldType = (typeof fieldTypes)[number];

/** One field: the component and the properties that differ from its defaults. */
export interface MadeField {
  name: string;
  type: FieldType;
  mandatory: boolean;
  value: unknown;
  props: Row;
}

/** What of a form's properties makes fields. */
export interface FieldSource {
  advanced: boolean;
  JSONSchema: unknown;
  generateFormFrom: unknown;
  JSONData: unknown;
  newJsonSchema: unknown;
  fields: unknown;
}

/** The older schema's words for components. */
const olderTypes: Record<string, FieldType> = {
  textinput: 'TextInput', password: 'TextInput', number: 'NumberInput', textarea: 'TextArea', checkbox: 'Checkbox',
  toggle: 'ToggleSwitchV2', toggleswitch: 'ToggleSwitchV2', dropdown: 'DropdownV2', radio: 'DropdownV2',
  multiselect: 'MultiselectV2', tags: 'MultiselectV2', datepicker: 'DatePickerV2', datetime: 'DatePickerV2', text: 'Text',
}; // prettier-ignore

/** All made fields in order; none where the form holds its own components for them. */
export function madeFields(source: FieldSource): MadeField[] {
  if (source.advanced) return olderFields(object(source.JSONSchema));
  const mapped = rowsOf(source.fields).filter(field => words(field.key) || words(field.name));
  if (mapped.some(field => words(field.componentId))) return [];
  if (mapped.length > 0) return mapped.filter(field => truth(field.selected, true)).map(mappedField);
  if (source.generateFormFrom === 'jsonSchema') return schemaFields(object(source.newJsonSchema));
  return exampleFields(object(source.generateFormFrom === 'rawJson' ? source.JSONData : source.generateFormFrom));
}

/** An object that may be JSON text, or the first row of a list. */
function object(value: unknown): Row {
  if (Array.isArray(value)) return object(value[0]);
  if (isRow(value)) return value;
  if (typeof value !== 'string') return {};
  try {
    return object(JSON.parse(value) as unknown);
  } catch {
    return {};
  }
}

function olderFields(schema: Row): MadeField[] {
  return Object.entries(object(schema.properties)).flatMap(([name, given]) => {
    if (!isRow(given)) return [];
    const type = olderTypes[words(given.type, 'textinput').toLowerCase()] ?? 'TextInput';
    const rules = object(given.validation);
    return [field(name, type, { ...given, ...rules, label: words(given.label, titled(name)) })];
  });
}

function schemaFields(schema: Row): MadeField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(object(schema.properties)).flatMap(([name, given]) => {
    if (!isRow(given)) return [];
    const options = Array.isArray(given.enum) ? { values: given.enum } : {};
    const settings = {
      ...options,
      label: words(given.title, titled(name)),
      value: given.default,
      mandatory: required.includes(name),
      regex: given.pattern,
      minLength: given.minLength,
      maxLength: given.maxLength,
      minValue: given.minimum,
      maxValue: given.maximum,
    };
    return [field(name, schemaType(given), settings)];
  });
}

function schemaType(given: Row): FieldType {
  if (Array.isArray(given.enum)) return 'DropdownV2';
  if (given.type === 'number' || given.type === 'integer') return 'NumberInput';
  if (given.type === 'boolean') return 'Checkbox';
  if (given.type === 'array') return 'MultiselectV2';
  if (given.format === 'date' || given.format === 'date-time') return 'DatePickerV2';
  return Number(given.maxLength) > 200 ? 'TextArea' : 'TextInput';
}

function exampleFields(example: Row): MadeField[] {
  return Object.entries(example).map(([name, value]) =>
    field(name, exampleType(value), { label: titled(name), value })
  );
}

function exampleType(value: unknown): FieldType {
  if (typeof value === 'number') return 'NumberInput';
  if (typeof value === 'boolean') return 'Checkbox';
  if (Array.isArray(value)) return 'MultiselectV2';
  if (typeof value !== 'string') return 'TextInput';
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'DatePickerV2';
  return value.length > 120 || value.includes('\n') ? 'TextArea' : 'TextInput';
}

function mappedField(settings: Row): MadeField {
  const name = words(settings.key) || words(settings.name);
  const type = fieldTypes.find(known => known === settings.componentType) ?? 'TextInput';
  return field(name, type, { ...settings, label: words(settings.label) || titled(name) });
}

function field(name: string, type: FieldType, settings: Row): MadeField {
  const { value, mandatory, styles, validation, type: _type, name: _name, key: _key, ...rest } = settings;
  void [styles, validation, _type, _name, _key];
  const required = truth(mandatory, false);
  return {
    name,
    type,
    mandatory: required,
    value: value ?? blank(type),
    props: { ...rest, ...optionsIn(rest, value), mandatory: required },
  };
}

/** What an untouched field holds. */
export function blank(type: FieldType): unknown {
  if (type === 'Checkbox' || type === 'ToggleSwitchV2') return false;
  if (type === 'MultiselectV2') return [];
  return type === 'TextInput' || type === 'TextArea' ? '' : null;
}

function optionsIn(settings: Row, value: unknown): Row {
  const values = Array.isArray(settings.values) ? settings.values : Array.isArray(value) ? value : undefined;
  if (!values) return {};
  const names = Array.isArray(settings.displayValues) ? settings.displayValues : [];
  return { options: values.map((item: unknown, index) => ({ value: item, label: words(names[index], words(item)) })) };
}

/** "first_name" and "firstName" as "First name". */
export function titled(name: string): string {
  const spaced = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Why a field's value is refused, or undefined. */
export function faultOf(made: MadeField, value: unknown): string | undefined {
  const empty =
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0);
  if (empty) return made.mandatory ? 'This field is required' : undefined;
  const { regex, minLength, maxLength, minValue, maxValue } = made.props;
  if (typeof regex === 'string' && regex !== '' && !matches(regex, words(value)))
    return 'This does not have the expected form';
  if (typeof value === 'string' && Number(minLength) > value.length) return `At least ${words(minLength)} characters`;
  if (typeof value === 'string' && Number(maxLength) > 0 && Number(maxLength) < value.length)
    return `At most ${words(maxLength)} characters`;
  if (typeof value === 'number' && typeof minValue === 'number' && value < minValue)
    return `Must be at least ${minValue}`;
  return typeof value === 'number' && typeof maxValue === 'number' && value > maxValue
    ? `Must be at most ${maxValue}`
    : undefined;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return true;
  }
}
