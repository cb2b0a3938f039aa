/** Fields without a browser: first values, actions, rules, and when an error is shown. */
import { describe, expect, it } from 'vitest';
import { component, on, testApp } from '../src/testing';

describe('TextInput', () => {
  it('starts with its default and follows it until the default changes again', () => {
    const app = testApp([
      component('TextInput', 'source', { value: 'a' }),
      component('TextInput', 'field', { value: '{{components.source.value}}' }),
    ]);
    expect(app.shown('field').exposed['value']).toBe('a');
    app.runtime.set('field', { value: 'typed' });
    expect(app.shown('field').exposed['value']).toBe('typed');
    app.runtime.set('source', { value: 'b' });
    expect(app.shown('field').exposed['value']).toBe('b');
  });

  it('takes text from actions, which fire onChange once per change', () => {
    const app = testApp([
      component(
        'TextInput',
        'field',
        {},
        { events: [on('onChange', 'show-alert', { message: '{{components.field.value}}' })] }
      ),
    ]);
    app.runtime.act('field', 'setText', ['new']);
    app.runtime.act('field', 'setText', ['new']);
    app.runtime.act('field', 'clear', []);
    expect(app.host.actions).toEqual([
      { kind: 'alert', level: 'info', message: 'new' },
      { kind: 'alert', level: 'info', message: '' },
    ]);
  });

  it('asks the host for the focus', () => {
    const app = testApp([component('TextInput', 'field')]);
    app.runtime.act('field', 'setFocus', []);
    app.runtime.act('field', 'setBlur', []);
    expect(app.host.actions).toEqual([
      { kind: 'focus', instance: 'field' },
      { kind: 'blur', instance: 'field' },
    ]);
  });

  it.each([
    [{ mandatory: '{{true}}' }, '', 'This field cannot be empty'],
    [{ mandatory: true }, 'x', ''],
    [{ regex: '^[a-z]+$' }, 'A', 'The input does not match the pattern'],
    [{ regex: '^[a-z]+$' }, '', ''],
    [{ regex: '(' }, 'x', ''],
    [{ minLength: '3' }, 'ab', 'At least 3 characters are needed'],
    [{ maxLength: '{{2}}' }, 'abc', 'At most 2 characters are allowed'],
    [{ customRule: "{{components.field.value === 'ok' || 'Say ok'}}" }, 'no', 'Say ok'],
    [{ customRule: "{{components.field.value === 'ok' || 'Say ok'}}" }, 'ok', ''],
    [{ customRule: '{{false}}' }, 'ok', 'The value is not valid'],
  ])('with %j and %j says %j after the first change', (props, value, message) => {
    const app = testApp([component('TextInput', 'field', { ...props, value })]);
    expect(app.shown('field').exposed['isValid']).toBe(message === '');
    expect(app.shown('field').errors).toEqual({});
    app.runtime.set('field', { value });
    expect(app.shown('field').errors).toEqual(message === '' ? {} : { value: message });
    app.runtime.act('field', 'setText', ['']);
    app.runtime.act('field', 'setText', [value]);
    expect(app.shown('field').exposed['isValid']).toBe(message === '');
  });

  it('says that it was left empty, but not while nobody was there', () => {
    const app = testApp([component('TextInput', 'field', { mandatory: true })]);
    expect(app.shown('field').errors).toEqual({});
    app.runtime.set('field', { $touched: true });
    expect(app.shown('field').errors).toEqual({ value: 'This field cannot be empty' });
  });

  it.each(['TextInput', 'DropdownV2', 'MultiselectV2', 'NumberInput'])(
    'of a %s forgets that when it is cleared',
    type => {
      const app = testApp([component(type, 'field', { mandatory: true })]);
      app.runtime.set('field', { $touched: true });
      app.runtime.act('field', 'clear', []);
      expect(app.shown('field').errors).toEqual({});
      expect(app.shown('field').exposed['isValid']).toBe(false);
    }
  );

  it('in a form forgets that when the form is reset', () => {
    const app = testApp([
      component('Form', 'form'),
      component('TextInput', 'field', { mandatory: true }, { parent: 'form' }),
    ]);
    app.runtime.act('form', 'submitForm', []);
    expect(app.shown('field').errors).toEqual({ value: 'This field cannot be empty' });
    app.runtime.act('form', 'resetForm', []);
    expect(app.shown('field').errors).toEqual({});
  });

  it('in a dialog forgets that when the dialog opens again', () => {
    const app = testApp([
      component('ModalV2', 'dialog'),
      component('Form', 'form', {}, { parent: 'dialog' }),
      component('TextInput', 'field', { mandatory: true }, { parent: 'form' }),
    ]);
    for (const open of [() => app.runtime.act('dialog', 'open', []), () => app.runtime.set('dialog', { show: true })]) {
      app.runtime.set('dialog', { show: false });
      app.runtime.set('field', { $touched: true });
      open();
      expect(app.shown('field').errors).toEqual({});
    }
  });

  it('takes its error away when the value is fine again', () => {
    const app = testApp([component('TextInput', 'field', { mandatory: true })]);
    app.runtime.set('field', { value: '' });
    expect(app.shown('field').errors).toEqual({ value: 'This field cannot be empty' });
    app.runtime.set('field', { value: 'x' });
    expect(app.shown('field').errors).toEqual({});
  });
});

describe('plain options', () => {
  it.each(['options', 'schema'])('of %s stand for themselves', key => {
    const given = key === 'options' ? ['a', 2] : "{{['a', 2]}}";
    const app = testApp([component('DropdownV2', 'field', { [key]: given, advanced: key === 'schema', sort: 'none' })]);
    expect(app.runtime.read('components.field.options')).toMatchObject([
      { label: 'a', value: 'a' },
      { label: '2', value: 2 },
    ]);
    app.runtime.act('field', 'selectOption', ['a']);
    expect(app.runtime.read('components.field.selectedOption')).toEqual({ label: 'a', value: 'a' });
  });
});

describe('visibility, disabled and loading', () => {
  it('follow their bindings, and actions override them until the binding changes', () => {
    const app = testApp([
      component('Checkbox', 'on', { defaultValue: '{{true}}' }),
      component('Button', 'button', { visibility: '{{components.on.value}}' }),
    ]);
    expect(app.shown('button').exposed).toMatchObject({ isVisible: true, isDisabled: false, isLoading: false });
    app.runtime.act('button', 'setVisibility', [false]);
    app.runtime.act('button', 'setDisable', ['true']);
    app.runtime.act('button', 'setLoading', [true]);
    expect(app.shown('button').exposed).toMatchObject({ isVisible: false, isDisabled: true, isLoading: true });
    expect(app.shown('button').props).toMatchObject({ visibility: false, disabledState: true, loadingState: true });
    app.runtime.act('on', 'toggle', []);
    app.runtime.act('on', 'toggle', []);
    expect(app.shown('button').exposed['isVisible']).toBe(true);
  });

  it('know the deprecated names of their actions', () => {
    const app = testApp([component('Button', 'button')]);
    app.runtime.act('button', 'disable', [true]);
    app.runtime.act('button', 'visibility', [false]);
    app.runtime.act('button', 'loading', [true]);
    expect(app.shown('button').exposed).toMatchObject({ isVisible: false, isDisabled: true, isLoading: true });
  });
});

describe('NumberInput', () => {
  it('is a number with the digits allowed, or null', () => {
    const app = testApp([component('NumberInput', 'n', { value: '3.14159', decimalPlaces: '{{2}}' })]);
    expect(app.shown('n').exposed['value']).toBe(3.14);
    app.runtime.set('n', { value: '2.718' });
    expect(app.shown('n').exposed['value']).toBe(2.72);
    app.runtime.set('n', { value: '' });
    expect(app.shown('n').exposed['value']).toBeNull();
    app.runtime.act('n', 'setText', ['7']);
    expect(app.shown('n').exposed['value']).toBe(7);
    app.runtime.act('n', 'clear', []);
    expect(app.shown('n').exposed['value']).toBeNull();
  });

  it('keeps to its range', () => {
    const app = testApp([component('NumberInput', 'n', { value: 5, minValue: '{{1}}', maxValue: 10 })]);
    app.runtime.set('n', { value: 0 });
    expect(app.shown('n').errors).toEqual({ value: 'The smallest value is 1' });
    app.runtime.set('n', { value: 11 });
    expect(app.shown('n').errors).toEqual({ value: 'The greatest value is 10' });
  });
});

describe('DropdownV2', () => {
  const options = [
    { label: 'Two', value: 2 },
    { label: 'One', value: 1, default: { value: '{{true}}' } },
    { label: 'Hidden', value: 3, visible: false },
  ];

  it('offers its options in order and starts with the default one', () => {
    const app = testApp([component('DropdownV2', 'd', { options })]);
    expect(app.shown('d').exposed).toMatchObject({
      value: 1,
      selectedOption: { label: 'One', value: 1 },
      options: [{ label: 'One' }, { label: 'Two' }],
    });
  });

  it('takes options from an expression when it is advanced', () => {
    const app = testApp([
      component('DropdownV2', 'd', {
        advanced: true,
        sort: 'none',
        schema: "{{[{label: 'B', value: 'b'}, {label: 'A', value: 'a'}]}}",
      }),
    ]);
    expect(app.shown('d').exposed).toMatchObject({ value: null, options: [{ value: 'b' }, { value: 'a' }] });
  });

  it('selects by value or option, ignores what is not on offer, and fires onSelect', () => {
    const app = testApp([
      component(
        'DropdownV2',
        'd',
        { options },
        { events: [on('onSelect', 'show-alert', { message: '{{components.d.value}}' })] }
      ),
    ]);
    app.runtime.act('d', 'selectOption', [2]);
    app.runtime.act('d', 'selectOption', [99]);
    app.runtime.act('d', 'selectOption', [{ label: 'One', value: 1 }]);
    app.runtime.act('d', 'clear', []);
    expect(app.host.actions.map(action => 'message' in action && action.message)).toEqual(['2', '1', '']);
    expect(app.shown('d').exposed).toMatchObject({ value: null, selectedOption: null });
  });
});

describe('MultiselectV2', () => {
  const options = ['a', 'b', 'c'].map(value => ({ label: value.toUpperCase(), value }));

  it('selects, deselects and clears', () => {
    const app = testApp([component('MultiselectV2', 'm', { options, values: "{{['a']}}", mandatory: true })]);
    app.runtime.act('m', 'selectOptions', [['b', 'nobody']]);
    expect(app.shown('m').exposed).toMatchObject({
      values: ['a', 'b'],
      selectedOptions: [
        { label: 'A', value: 'a' },
        { label: 'B', value: 'b' },
      ],
    });
    app.runtime.act('m', 'deselectOptions', [['a']]);
    expect(app.shown('m').exposed['values']).toEqual(['b']);
    app.runtime.act('m', 'clear', []);
    expect(app.shown('m').exposed).toMatchObject({ values: [], isValid: false });
  });
});

describe('DatePickerV2', () => {
  it('writes its date in the format of the builder', () => {
    const app = testApp([component('DatePickerV2', 'd', { defaultValue: '2026-03-01', dateFormat: 'DD/MM/YYYY' })]);
    expect(app.shown('d').exposed).toMatchObject({
      value: '01/03/2026',
      selectedDate: '01/03/2026',
      displayValue: '01/03/2026',
    });
    app.runtime.act('d', 'setDate', ['2026.12.24', 'YYYY.MM.DD']);
    expect(app.shown('d').exposed['value']).toBe('24/12/2026');
    app.runtime.set('d', { value: '25/12/2026' });
    expect(app.runtime.read('components.d.unixTimestamp')).toBe(new Date(2026, 11, 25).getTime());
    app.runtime.act('d', 'setValueInTimestamp', [new Date(2026, 0, 2).getTime()]);
    expect(app.shown('d').exposed['value']).toBe('02/01/2026');
    app.runtime.act('d', 'clearValue', []);
    expect(app.shown('d').exposed).toMatchObject({ value: null, unixTimestamp: null, displayValue: '' });
  });

  it('keeps within its limits, which actions can move', () => {
    const app = testApp([component('DatePickerV2', 'd', { minDate: '01/03/2026' })]);
    app.runtime.set('d', { value: '28/02/2026' });
    expect(app.shown('d').errors).toEqual({ value: 'The first date is 01/03/2026' });
    app.runtime.act('d', 'setMinDate', ['01/02/2026']);
    expect(app.shown('d').errors).toEqual({});
    app.runtime.act('d', 'setMaxDate', ['10/02/2026']);
    expect(app.shown('d').errors).toEqual({ value: 'The last date is 10/02/2026' });
    app.runtime.act('d', 'setMaxDate', [null]);
    app.runtime.act('d', 'setDisabledDates', [['28/02/2026']]);
    expect(app.shown('d').errors).toEqual({ value: 'This date cannot be chosen' });
    app.runtime.act('d', 'clearDisabledDates', []);
    expect(app.shown('d').errors).toEqual({});
  });
});

describe('switches', () => {
  it.each(['Checkbox', 'ToggleSwitch', 'ToggleSwitchV2'])('%s toggles and is set', type => {
    const app = testApp([
      component(
        type,
        's',
        { defaultValue: '{{false}}' },
        { events: [on('onChange', 'show-alert', { message: '{{components.s.value}}' })] }
      ),
    ]);
    app.runtime.act('s', 'toggle', []);
    app.runtime.act('s', 'setValue', [true]);
    app.runtime.act('s', 'setValue', ['false']);
    expect(app.host.actions.map(action => 'message' in action && action.message)).toEqual(['true', 'false']);
  });

  it('fire the older events of a Checkbox too', () => {
    const app = testApp([
      component(
        'Checkbox',
        's',
        {},
        { events: [on('onCheck', 'show-alert', { message: 'on' }), on('onUnCheck', 'show-alert', { message: 'off' })] }
      ),
    ]);
    app.runtime.set('s', { value: true });
    app.runtime.fire('s', 'onChange');
    app.runtime.set('s', { value: false });
    app.runtime.fire('s', 'onChange');
    expect(app.host.actions.map(action => 'message' in action && action.message)).toEqual(['on', 'off']);
  });

  it('must be on when they are mandatory', () => {
    const app = testApp([component('Checkbox', 's', { mandatory: true })]);
    app.runtime.set('s', { value: false });
    expect(app.shown('s').errors).toEqual({ value: 'This must be switched on' });
  });
});
