/** Text, number and date fields as a person uses them: names, order of calls, messages, the keyboard. */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DatePickerV2 } from '../src/DatePickerV2';
import { NumberInput } from '../src/NumberInput';
import { TextArea } from '../src/TextArea';
import { TextInput } from '../src/TextInput';
import { draw } from './given';

describe('a text field', () => {
  it('is named by its label, or by its component without one', () => {
    draw('TextInput', TextInput, { props: { label: 'Customer' } });
    expect(screen.getByLabelText('Customer').tagName).toBe('INPUT');
    draw('TextInput', TextInput, { props: { label: '' } });
    expect(screen.getByLabelText('myTextInput').tagName).toBe('INPUT');
  });

  it('says every letter, the value before the event', async () => {
    const { calls } = draw('TextInput', TextInput, { props: { label: 'Customer' } });
    await userEvent.type(screen.getByLabelText('Customer'), 'ab{Enter}');
    await userEvent.tab();
    expect(calls).toEqual([
      'fire onFocus',
      'set value "a"',
      'fire onChange',
      'set value "ab"',
      'fire onChange',
      'fire onEnterPressed',
      'fire onBlur',
      'set $touched true',
    ]);
  });

  it('takes over what an action sets', () => {
    const stage = draw('TextInput', TextInput, { props: { label: 'Customer' }, exposed: { value: 'old' } });
    stage.expose({ value: 'new' });
    expect(screen.getByLabelText<HTMLInputElement>('Customer').value).toBe('new');
  });

  it('is emptied by its clear button, which an empty field has not and which leaves the focus to the field', async () => {
    const { calls } = draw('TextInput', TextInput, {
      props: { label: 'Customer', showClearBtn: true },
      exposed: { value: 'x' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Clear Customer' }));
    expect(calls).toEqual(['set value ""', 'fire onChange', 'fire onFocus']);
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('Customer'));
  });

  it('says why it is refused, to the eye and to a screen reader', () => {
    const stage = draw('TextInput', TextInput, { props: { label: 'Customer', mandatory: true } });
    const field = screen.getByRole('textbox', { name: 'Customer' });
    expect(field.getAttribute('aria-required')).toBe('true');
    stage.change({ error: 'Enter a name' });
    expect(screen.getByRole('alert').textContent).toBe('Enter a name');
    expect(screen.getByRole('alert').querySelector('svg')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    stage.change({ error: undefined });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('cannot be used while it is disabled or waits', () => {
    draw('TextInput', TextInput, {
      props: { label: 'Disabled', disabledState: true, showClearBtn: true },
      exposed: { value: 'x' },
    });
    draw('TextInput', TextInput, { props: { label: 'Waiting', loadingState: true } });
    expect(screen.getByLabelText<HTMLInputElement>('Disabled').disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Waiting').disabled).toBe(true);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('follows the theme unless its builder chose a colour', () => {
    const { container, change } = draw('TextInput', TextInput, { props: { label: 'Customer' } });
    const style = () => container.querySelector<HTMLElement>('.tj-Field')?.style.getPropertyValue('--tj-field-ground');
    expect(style()).toBe('');
    change({ props: { backgroundColor: '#fff7e6' } });
    expect(style()).toBe('#fff7e6');
  });
});

describe('a text area', () => {
  it('takes several lines', async () => {
    const { calls } = draw('TextArea', TextArea, { props: { label: 'Notes' } });
    await userEvent.type(screen.getByLabelText('Notes'), 'a{Enter}');
    expect(calls.slice(1)).toEqual([
      'set value "a"',
      'fire onChange',
      'fire onEnterPressed',
      'set value "a\\n"',
      'fire onChange',
    ]);
  });
});

describe('a number field', () => {
  const quantity = () => screen.getByLabelText<HTMLInputElement>('Quantity');

  it('says numbers, not what is on the way to one', async () => {
    const { calls } = draw('NumberInput', NumberInput, { props: { label: 'Quantity' } });
    await userEvent.type(quantity(), '-1.5');
    expect(calls).toEqual(['fire onFocus', 'set value -1', 'fire onChange', 'set value -1.5', 'fire onChange']);
    expect(quantity().value).toBe('-1.5');
  });

  it('rounds to its places when it is left', async () => {
    const { calls } = draw('NumberInput', NumberInput, { props: { label: 'Quantity', decimalPlaces: 1 } });
    await userEvent.type(quantity(), '2.26');
    await userEvent.tab();
    expect(calls.slice(-4)).toEqual(['set value 2.3', 'fire onChange', 'fire onBlur', 'set $touched true']);
    expect(quantity().value).toBe('2.3');
  });

  it('steps with the arrow keys inside its limits, which it tells', async () => {
    const { calls } = draw('NumberInput', NumberInput, {
      props: { label: 'Quantity', minValue: 0, maxValue: 3 },
      exposed: { value: 2 },
    });
    await userEvent.type(quantity(), '{ArrowUp}{ArrowUp}');
    expect(calls.filter(call => call.startsWith('set'))).toEqual(['set value 3']);
    expect(quantity().getAttribute('aria-valuemax')).toBe('3');
    expect(quantity().getAttribute('aria-valuenow')).toBe('3');
  });

  it('is null when it is empty', async () => {
    const { calls } = draw('NumberInput', NumberInput, { props: { label: 'Quantity' }, exposed: { value: 7 } });
    await userEvent.clear(quantity());
    expect(calls).toContain('set value null');
  });

  it('shows what an action sets in place of what was typed', async () => {
    const stage = draw('NumberInput', NumberInput, { props: { label: 'Quantity' } });
    await userEvent.type(quantity(), '5');
    stage.expose({ value: 12 });
    expect(quantity().value).toBe('12');
  });
});

describe('a date field', () => {
  const due = () => screen.getByLabelText<HTMLInputElement>('Due');

  it('takes a typed date in the format of the builder', async () => {
    const { calls } = draw('DatePickerV2', DatePickerV2, { props: { label: 'Due', dateFormat: 'DD/MM/YYYY' } });
    await userEvent.type(due(), '1.3.2026{Enter}');
    expect(calls).toEqual(['fire onFocus', 'set value "01/03/2026"', 'fire onSelect']);
    expect(due().value).toBe('01/03/2026');
  });

  it('comes back to the last date when what was typed is none or not allowed', async () => {
    const { calls } = draw('DatePickerV2', DatePickerV2, {
      props: { label: 'Due', minDate: '01/03/2026' },
      exposed: { value: '05/03/2026' },
    });
    for (const text of ['soon', '01/01/2026']) {
      await userEvent.clear(due());
      await userEvent.type(due(), text);
      await userEvent.tab();
      expect(due().value).toBe('05/03/2026');
    }
    expect(calls.filter(call => call.startsWith('set value'))).toEqual([]);
  });

  it('is used by keyboard alone: down to the calendar, Escape back to the text', async () => {
    draw('DatePickerV2', DatePickerV2, { props: { label: 'Due' }, exposed: { value: '05/03/2026' } });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    const day = await screen.findByRole('button', { name: '5 March 2026' });
    await waitFor(() => expect(document.activeElement).toBe(day));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(due());
    expect(due().getAttribute('aria-expanded')).toBe('false');
  });

  it('keeps to the limits that actions set', async () => {
    const stage = draw('DatePickerV2', DatePickerV2, { props: { label: 'Due', minDate: '01/03/2026' } });
    stage.expose({ minDate: '10/03/2026' } as object);
    await userEvent.type(due(), '05/03/2026{Enter}');
    expect(due().value).toBe('');
  });

  it('opens a calendar in which a day is picked', async () => {
    const { calls } = draw('DatePickerV2', DatePickerV2, { props: { label: 'Due' }, exposed: { value: '05/03/2026' } });
    await userEvent.click(due());
    await userEvent.click(await screen.findByRole('button', { name: '12 March 2026' }));
    expect(calls).toEqual(['fire onFocus', 'set value "12/03/2026"', 'fire onSelect']);
  });
});
