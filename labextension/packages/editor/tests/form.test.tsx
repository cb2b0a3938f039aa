/** A form as its user meets it: labels, what appears, what is wrong, and secrets that are not shown. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { createClient } from '../src/api/hooks';
import { Form } from '../src/forms/Form';
import { readField, type Options } from '../src/forms/fields';
import { MASK } from '../src/forms/values';

const fields = [
  { key: 'path', label: 'Database file', required: true, doc: 'It must exist.' },
  { key: 'read_only', label: 'Read only', widget: 'toggle', default: false },
  { key: 'create', label: 'Create it', widget: 'toggle', default: false, when: { read_only: false } },
  { key: 'password', label: 'Password', widget: 'password', secret: true },
  { key: 'headers', label: 'Headers', widget: 'pairs' },
].map(readField);

let current: Options;

function Held({ start, problems }: { start: Options; problems?: Record<string, string> }) {
  const [options, setOptions] = useState(start);
  current = options;
  return <Form fields={fields} options={options} onChange={setOptions} problems={problems} />;
}

function show(start: Options, problems?: Record<string, string>): void {
  render(
    <MantineProvider>
      <QueryClientProvider client={createClient()}>
        <Held start={start} problems={problems} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

afterEach(cleanup);

it('hides a field as soon as its condition no longer holds', async () => {
  show({ path: '/a' });
  expect(screen.queryByLabelText('Create it')).not.toBeNull();
  await userEvent.click(screen.getByLabelText('Read only'));
  expect(screen.queryByLabelText('Create it')).toBeNull();
  expect(current).toEqual({ path: '/a', read_only: true });
});

it('says at the field what is wrong with it', () => {
  show({}, { path: 'is required' });
  expect(screen.getByRole('alert').textContent).toContain('Database file is required');
  const described = screen.getByLabelText(/Database file/).getAttribute('aria-describedby') ?? '';
  expect(described.split(/\s+/).map(id => document.getElementById(id)?.textContent?.trim())).toEqual([
    'Database file is required',
    'It must exist.',
  ]);
});

it('keeps a stored secret that is only visited, and replaces one that is typed', async () => {
  show({ password: MASK });
  const field = screen.getByLabelText('Password');
  await userEvent.click(field);
  await userEvent.tab();
  expect(current).toEqual({ password: MASK });
  await userEvent.type(field, 'new');
  expect(current).toEqual({ password: 'new' });
});

it('adds pairs of names and values', async () => {
  show({});
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  await userEvent.type(screen.getByLabelText('Headers: name 1'), 'Accept');
  await userEvent.type(screen.getByLabelText('Headers: value 1'), 'text/csv');
  expect(current).toEqual({ headers: [['Accept', 'text/csv']] });
});
