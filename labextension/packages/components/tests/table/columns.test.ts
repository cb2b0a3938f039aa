/** Columns are what the author set, completed, plus those the rows need. */
import { expect, it } from 'vitest';
import { actionColumns } from '../../src/Table/actionColumns';
import { columnsOf, columnType } from '../../src/Table/columns';

const rows = [{ id: 1, name: 'Olivia', paid: true, joined: '2024-05-01', address: { city: 'Oslo', zip: '0150' } }];

it('makes a column of the right kind for every key of the rows', () => {
  const made = columnsOf({ columns: [], autogenerateColumns: true }, rows);
  expect(made.map(column => [column.key, column.type])).toEqual([
    ['id', 'number'],
    ['name', 'string'],
    ['paid', 'boolean'],
    ['joined', 'datepicker'],
    ['address', 'json'],
  ]);
});

it('makes a column for each nested key where the app wants that', () => {
  const made = columnsOf({ columns: [], autogenerateColumns: { value: true, generateNestedColumns: true } }, rows);
  expect(made.map(column => column.key)).toEqual(['id', 'name', 'paid', 'joined', 'address.city', 'address.zip']);
});

it('keeps written columns first and does not make them again, nor deleted ones', () => {
  const source = {
    columns: [{ name: 'Who', key: 'name', columnSize: 200, isEditable: '{{true}}' }],
    autogenerateColumns: { value: true },
    columnDeletionHistory: ['address', 'joined'],
  };
  const made = columnsOf(source, rows);
  expect(made.map(column => column.key)).toEqual(['name', 'id', 'paid']);
  expect(made[0]).toMatchObject({ name: 'Who', width: 200, editable: true, type: 'string', align: 'left' });
});

it('uses only the dynamic columns when they are on', () => {
  const source = {
    columns: [{ key: 'id' }],
    useDynamicColumn: true,
    columnData: [{ name: 'Name', key: 'name' }],
    autogenerateColumns: true,
  };
  expect(columnsOf(source, rows).map(column => column.key)).toEqual(['name']);
});

it('draws the kinds of older apps with those of today', () => {
  const names = ['default', 'dropdown', 'multiselect', 'toggle', 'radio', 'badge', 'badges', 'tags', 'nonsense'];
  expect(names.map(columnType)).toEqual([
    'string', 'select', 'newMultiSelect', 'boolean', 'select', 'select', 'newMultiSelect', 'tagsV2', 'string',
  ]); // prettier-ignore
});

it('puts numbers to the right unless the author says otherwise', () => {
  const made = columnsOf(
    {
      columns: [
        { key: 'id', columnType: 'number' },
        { key: 'n', columnType: 'number', horizontalAlignment: 'left' },
      ],
    },
    []
  );
  expect(made.map(column => column.align)).toEqual(['right', 'left']);
});

it('makes everything editable when the table says so, but no button', () => {
  const made = columnsOf(
    { columns: [{ key: 'a' }, { key: 'b', columnType: 'button' }], isAllColumnsEditable: true },
    []
  );
  expect(made.map(column => column.editable)).toEqual([true, false]);
});

it('puts action buttons on the side they are for', () => {
  const { left, right } = actionColumns([
    { name: 'edit', buttonText: 'Edit', position: 'left' },
    { name: 'remove', buttonText: 'Delete' },
  ]);
  expect(left[0]?.settings.buttons).toMatchObject([{ ref: 'edit' }]);
  expect(right[0]?.settings.buttons).toMatchObject([{ ref: 'remove' }]);
});
