/** The theme an app is drawn in: light, dark, as the system has it, and as a workspace wants it. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DropdownV2 } from '../src/DropdownV2';
import { Theme } from '../src/theme/Theme';
import { draw } from './given';

it('is light or dark as it is told, and so is the page around it', () => {
  const { rerender, container } = render(<Theme mode="dark">app</Theme>);
  const root = () => container.querySelector<HTMLElement>('.tj-App');
  expect([root()?.dataset.theme, document.documentElement.dataset.theme]).toEqual(['dark', 'dark']);
  rerender(<Theme mode="light">app</Theme>);
  expect([root()?.dataset.theme, document.documentElement.dataset.theme]).toEqual(['light', 'light']);
});

it('follows the system when it is told to', () => {
  const before = window.matchMedia;
  window.matchMedia = media => Object.assign(before(media), { matches: media.includes('dark') });
  const { container } = render(<Theme mode="auto">app</Theme>);
  window.matchMedia = before;
  expect(container.querySelector<HTMLElement>('.tj-App')?.dataset.theme).toBe('dark');
});

it('takes the roles a workspace changes', () => {
  const { container } = render(
    <Theme mode="light" roles={{ '--tj-brand': '#0f766e' }}>
      app
    </Theme>
  );
  expect(container.querySelector<HTMLElement>('.tj-App')?.style.getPropertyValue('--tj-brand')).toBe('#0f766e');
});

it('holds menus inside the app, where its roles reach them', async () => {
  const { container } = draw('DropdownV2', DropdownV2, { props: { label: 'Status' } });
  await userEvent.click(screen.getByRole('combobox', { name: 'Status' }));
  expect(container.querySelector('.tj-App')?.contains(await screen.findByText('No options'))).toBe(true);
});
