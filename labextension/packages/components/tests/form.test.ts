/** Forms make the fields that their data or schema calls for. */
import { expect, it } from 'vitest';
import { faultOf, madeFields, titled, type FieldSource } from '../src/form/fields';

const none: FieldSource = {
  advanced: false,
  JSONSchema: '',
  generateFormFrom: 'rawJson',
  JSONData: '',
  newJsonSchema: '',
  fields: [],
};

it('makes a field of the right kind for each key of an example', () => {
  const made = madeFields({
    ...none,
    JSONData: { first_name: 'Ann', age: 4, active: true, born: '2020-01-01', tags: ['a'] },
  });
  expect(made.map(field => [field.name, field.type, field.props.label])).toEqual([
    ['first_name', 'TextInput', 'First name'],
    ['age', 'NumberInput', 'Age'],
    ['active', 'Checkbox', 'Active'],
    ['born', 'DatePickerV2', 'Born'],
    ['tags', 'MultiselectV2', 'Tags'],
  ]);
});

it('reads a JSON schema with its rules', () => {
  const schema = {
    required: ['email'],
    properties: { email: { type: 'string', pattern: '@' }, size: { enum: ['S', 'M'] } },
  };
  const [email, size] = madeFields({ ...none, generateFormFrom: 'jsonSchema', newJsonSchema: JSON.stringify(schema) });
  if (!email || !size) throw new Error('fields are missing');
  expect(size.props.options).toEqual([{ value: 'S', label: 'S' }, { value: 'M', label: 'M' }]); // prettier-ignore
  expect([faultOf(email, ''), faultOf(email, 'x'), faultOf(email, 'a@b')]).toEqual([
    'This field is required',
    'This does not have the expected form',
    undefined,
  ]);
});

it('reads the schema of older apps', () => {
  const schema = {
    title: 'User',
    properties: {
      name: { type: 'textinput', label: 'Name' },
      role: { type: 'dropdown', values: [1], displayValues: ['One'] },
    },
  };
  const made = madeFields({ ...none, advanced: true, JSONSchema: schema });
  expect(made.map(field => field.type)).toEqual(['TextInput', 'DropdownV2']);
  expect(made[1]?.props.options).toEqual([{ value: 1, label: 'One' }]);
});

it('makes no field where the form holds its own component for it', () => {
  expect(madeFields({ ...none, JSONData: { name: '' }, fields: [{ key: 'name', componentId: 'c7' }] })).toEqual([]);
});

it('writes names as words', () => {
  expect([titled('first_name'), titled('orderTotal'), titled('ID')]).toEqual(['First name', 'Order total', 'Id']);
});
