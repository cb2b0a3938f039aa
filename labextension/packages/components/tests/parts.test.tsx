/** Containers of other things over a real runtime: dialogs, tabs, lists, forms, figures. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { live } from './live';

afterEach(cleanup);
vi.setConfig({ testTimeout: 30_000 });

describe('a dialog', () => {
  const slots = { header: 'Title', '': <input aria-label="Field" />, footer: 'Foot' };

  it('opens by its button, closes on Escape and gives the focus back', async () => {
    const { view, runtime } = live({ type: 'ModalV2', props: { triggerButtonLabel: 'Edit' }, slots });
    render(view);
    const user = userEvent.setup();
    await user.click(screen.getByText('Edit'));
    expect(runtime.read('components.it.show')).toBe(true);
    await screen.findByRole('dialog');
    await waitFor(() => expect(screen.getByText('Title')).toBeTruthy());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(runtime.read('components.it.show')).toBe(false);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Edit'));
  });

  it('opens and closes by the app, and stays on Escape where the app wants that', async () => {
    const { view, runtime } = live({ type: 'ModalV2', props: { useDefaultButton: false, hideOnEsc: false }, slots });
    render(view);
    runtime.act('c1', 'open', []);
    await screen.findByRole('dialog');
    await userEvent.setup().keyboard('{Escape}');
    expect(runtime.read('components.it.show')).toBe(true);
    runtime.act('c1', 'close', []);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('tabs', () => {
  const tabItems = [{ id: 'a', title: 'First' }, { id: 'b', title: 'Second' }, { id: 'c', title: 'Third', disable: true }]; // prettier-ignore
  const slots = { a: 'pane a', b: 'pane b' };

  it('open by click and by arrow, and say which one is open', async () => {
    const { view, runtime } = live({ type: 'Tabs', props: { tabItems, defaultTab: 'a' }, slots });
    render(view);
    const user = userEvent.setup();
    await user.click(screen.getByRole('tab', { name: 'Second' }));
    expect([runtime.read('components.it.currentTab'), screen.getByRole('tabpanel').textContent]).toEqual([
      'b',
      'pane b',
    ]);
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'First' }).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement?.textContent).toBe('First');
  });

  it('follow what the app disables and hides', async () => {
    const { view, runtime } = live({ type: 'Tabs', props: { tabItems, defaultTab: 'a' }, slots });
    render(view);
    runtime.act('c1', 'setTabVisibility', ['b', false]);
    runtime.act('c1', 'setTabDisable', ['c', false]);
    await waitFor(() => expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual(['First', 'Third']));
    expect(screen.getByRole('tab', { name: 'Third' })).toHaveProperty('disabled', false);
  });
});

describe('a list', () => {
  const props = { data: [{ n: 1 }, { n: 2 }, { n: 3 }], enablePagination: true, rowsPerPage: 2 };

  it('says which record was clicked, and goes through its pages', async () => {
    const { view, runtime } = live({ type: 'Listview', props, slots: { 0: 'one', 1: 'two', 2: 'three' } });
    render(view);
    const user = userEvent.setup();
    await user.click(await screen.findByText('two'));
    expect(runtime.read('components.it.selectedRecordId')).toBe(1);
    await user.click(screen.getByLabelText('Next page'));
    await screen.findByText('three');
    expect(screen.queryByText('two')).toBeNull();
  });
});

describe('a form of its own fields', () => {
  const props = { generateFormFrom: 'rawJson', JSONData: { name: 'Ann', age: 3 } };

  it('hands over what is typed', async () => {
    const { view, runtime } = live({ type: 'Form', props });
    render(view);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Name'), ' Lee');
    expect(runtime.read('components.it.formData')).toEqual({ name: 'Ann Lee', age: 3 });
    runtime.act('c1', 'resetForm', []);
    await waitFor(() => expect(runtime.read('components.it.formData.name')).toBe('Ann'));
  });

  it('is not valid while a required field is empty', async () => {
    const schema = { required: ['email'], properties: { email: { type: 'string', title: 'Email' } } };
    const { view, runtime } = live({ type: 'Form', props: { generateFormFrom: 'jsonSchema', newJsonSchema: schema } });
    render(view);
    expect(runtime.read('components.it.isValid')).toBe(false);
    runtime.act('c1', 'submitForm', []);
    await screen.findByText('This field is required');
    await userEvent.setup().type(screen.getByRole('textbox'), 'a@b.c');
    expect(runtime.read('components.it.isValid')).toBe(true);
  });
});

it('a figure reads as the viewer writes numbers, with its sign and words', async () => {
  const props = {
    primaryValueLabel: 'Revenue',
    primaryValue: 1_284_300,
    primaryPrefixText: '€',
    secondaryValue: '3%',
    secondarySignDisplay: 'negative',
  };
  render(live({ type: 'Statistics', props }).view);
  expect((await screen.findByText('Revenue')).parentElement?.textContent).toContain('€1,284,300');
  expect(screen.getByLabelText('Bad')).toBeTruthy();
});
