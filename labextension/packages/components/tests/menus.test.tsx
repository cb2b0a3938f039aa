/** Menus as a person uses them: opening, searching, choosing by mouse and by keyboard. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DropdownV2 } from '../src/DropdownV2';
import { MultiselectV2 } from '../src/MultiselectV2';
import { draw } from './given';

const options = [
  { label: 'Open', value: 'open', caption: 'Waits for payment', disable: false, visible: true, default: false },
  { label: 'Paid', value: 'paid', caption: '', disable: false, visible: true, default: false },
  { label: 'Returned', value: 'returned', caption: '', disable: true, visible: true, default: false },
];
const names = async () => (await screen.findAllByRole('option')).map(option => option.textContent);

describe('a dropdown', () => {
  const field = () => screen.getByRole('combobox', { name: 'Status' });

  it('shows the words of what is chosen, and its placeholder otherwise', () => {
    const stage = draw('DropdownV2', DropdownV2, { props: { label: 'Status', options, placeholder: 'Choose one' } });
    expect(field().textContent).toBe('Choose one');
    stage.expose({ value: 'paid' });
    expect(field().textContent).toBe('Paid');
  });

  it('says what was chosen, the value before the event', async () => {
    const { calls } = draw('DropdownV2', DropdownV2, { props: { label: 'Status', options } });
    await userEvent.click(field());
    await userEvent.click(await screen.findByRole('option', { name: /Paid/ }));
    expect(calls).toEqual(['fire onFocus', 'set value "paid"', 'fire onSelect']);
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('says nothing when the same is chosen again', async () => {
    const { calls } = draw('DropdownV2', DropdownV2, {
      props: { label: 'Status', options },
      exposed: { value: 'paid' },
    });
    await userEvent.click(field());
    await userEvent.click(await screen.findByRole('option', { name: /Paid/ }));
    expect(calls).toEqual(['fire onFocus']);
  });

  it('finds by typing and takes the best match with Enter', async () => {
    const { calls } = draw('DropdownV2', DropdownV2, { props: { label: 'Status', options, showSearchInput: true } });
    await userEvent.click(field());
    await userEvent.type(await screen.findByLabelText('Search Status'), 'pay');
    expect(await names()).toEqual(['OpenWaits for payment']);
    expect(calls.slice(-2)).toEqual(['set searchText "pay"', 'fire onSearchTextChanged']);
    await userEvent.keyboard('{Enter}');
    expect(calls).toContain('set value "open"');
  });

  it('leaves searching to the server when it is told so', async () => {
    draw('DropdownV2', DropdownV2, {
      props: { label: 'Status', options, showSearchInput: true, serverSideSearch: true },
    });
    await userEvent.click(field());
    await userEvent.type(await screen.findByLabelText('Search Status'), 'zzz');
    expect(await names()).toHaveLength(3);
  });

  it('says in words that nothing matches, that there is nothing, or that options are on their way', async () => {
    const stage = draw('DropdownV2', DropdownV2, { props: { label: 'Status', options: [], showSearchInput: true } });
    await userEvent.click(field());
    expect(await screen.findByText('No options')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Search Status'), 'x');
    expect(screen.getByText('Nothing matches “x”')).toBeTruthy();
    stage.change({ props: { optionsLoadingState: true } });
    expect(screen.getByLabelText('Loading options')).toBeTruthy();
  });

  it('is emptied by its clear button', async () => {
    const { calls } = draw('DropdownV2', DropdownV2, {
      props: { label: 'Status', options, showClearBtn: true },
      exposed: { value: 'paid' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Clear Status' }));
    expect(calls).toEqual(['fire onFocus', 'set value null', 'fire onSelect']);
  });

  it('does not offer what is disabled, and does not open while it is disabled itself', async () => {
    const { calls, change } = draw('DropdownV2', DropdownV2, { props: { label: 'Status', options } });
    await userEvent.click(field());
    await userEvent.click(await screen.findByRole('option', { name: 'Returned' }));
    expect(calls.filter(call => call.startsWith('set'))).toEqual([]);
    change({ props: { disabledState: true } });
    expect(field()).toHaveProperty('disabled', true);
  });
});

describe('a multiselect', () => {
  const field = () => screen.getByRole('combobox', { name: 'Tags' });
  const start = (props = {}, values: unknown[] = []) =>
    draw('MultiselectV2', MultiselectV2, { props: { label: 'Tags', options, ...props }, exposed: { values } });

  it('adds and takes out one by one while the menu stays open', async () => {
    const { calls } = start();
    await userEvent.click(field());
    await userEvent.click(await screen.findByRole('option', { name: /Open/ }));
    await userEvent.click(screen.getByRole('option', { name: /Paid/ }));
    await userEvent.click(screen.getByRole('option', { name: /Open/ }));
    expect(calls.filter(call => call.startsWith('set'))).toEqual([
      'set values ["open"]',
      'set values ["open","paid"]',
      'set values ["paid"]',
    ]);
  });

  it('chooses all that can be chosen at once', async () => {
    const { calls } = start({ showAllOption: true }, ['open']);
    await userEvent.click(field());
    const all = await screen.findByRole('checkbox', { name: 'Select all' });
    expect(all.getAttribute('aria-checked')).toBe('mixed');
    await userEvent.click(all);
    expect(calls).toContain('set values ["open","paid"]');
  });

  it('says in one line what is chosen', () => {
    const stage = start({}, ['open', 'paid']);
    expect(field().textContent).toBe('Open, Paid');
    stage.expose({ values: ['open', 'paid', 'returned'] });
    expect(field().textContent).toBe('All selected');
    stage.change({ props: { showAllSelectedLabel: false } });
    expect(field().textContent).toBe('3 selected: Open, Paid, Returned');
  });
});
