/** The options of menus: both ways to write them, order, search, and what is chosen. */
import { describe, expect, it } from 'vitest';
import { allToggled, choices, matching, sameValue, toggled } from '../src/choice/choices';
import { menuWidth } from '../src/choice/width';

const list = [
  { label: 'Item 10', value: 10 },
  { label: 'item 2', value: 2, caption: 'the second' },
  { label: 'Gone', value: 3, visible: { value: false } },
  { label: 'Off', value: 4, disable: { value: false } },
];
const labels = (settings: Parameters<typeof choices>[0]) => choices(settings).map(choice => choice.label);

describe('options', () => {
  it('come from the list, or from the expression when they are dynamic', () => {
    const schema = [{ label: 'Dynamic', value: 1 }];
    expect(labels({ options: list, schema, sort: 'none' })).toEqual(['Item 10', 'item 2', 'Off']);
    expect(labels({ options: list, schema, advanced: true })).toEqual(['Dynamic']);
  });

  it('may be plain texts and numbers', () => {
    expect(choices({ options: ['a', 7, null] }).map(({ label, value }) => [label, value])).toEqual([
      ['a', 'a'],
      ['7', 7],
    ]);
  });

  it('are none while their query has not answered', () => {
    expect(choices({ advanced: true, schema: undefined })).toEqual([]);
    expect(choices({ advanced: true, schema: 'nonsense' })).toEqual([]);
  });

  it('read the switches of exported apps, plain or wrapped', () => {
    const switches = [
      { label: 'a', value: 1, disable: { value: true }, default: true },
      { label: 'b', value: 2, disable: 'false' },
    ];
    expect(choices({ options: switches }).map(({ disabled, initial }) => [disabled, initial])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('are sorted as people count', () => {
    expect(labels({ options: list, sort: 'asc' })).toEqual(['item 2', 'Item 10', 'Off']);
    expect(labels({ options: list, sort: 'desc' })).toEqual(['Off', 'Item 10', 'item 2']);
  });

  it('are found by label and caption', () => {
    expect(matching(choices({ options: list }), 'SECOND').map(choice => choice.value)).toEqual([2]);
    expect(matching(choices({ options: list }), ' ')).toHaveLength(3);
  });
});

describe('what is chosen', () => {
  it('is added and taken out again', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('is recognised when it is an object that was fetched again', () => {
    expect(sameValue({ id: 1 }, { id: 1 })).toBe(true);
    expect(toggled([{ id: 1 }], { id: 1 })).toEqual([]);
  });

  it('becomes all that can be chosen, and nothing at the second time', () => {
    const offered = choices({
      options: [
        { label: 'a', value: 1 },
        { label: 'b', value: 2, disable: true },
        { label: 'c', value: 3 },
      ],
    });
    expect(allToggled([9], offered)).toEqual([9, 1, 3]);
    expect(allToggled([9, 1, 3], offered)).toEqual([9]);
  });
});

it('a menu is as wide as its field, its options, or what the builder says', () => {
  expect(menuWidth({})).toBe('target');
  expect(menuWidth({ menuWidthMode: 'matchContent' })).toBe('max-content');
  expect(menuWidth({ menuWidthMode: 'custom', menuCustomWidth: 320 })).toBe(320);
});
