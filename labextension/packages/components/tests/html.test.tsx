/**
 * HTML over a real runtime: it is cleaned, and its links open through the host.
 * @vitest-environment jsdom
 */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { live } from './live';

beforeAll(() => {
  // This DOM knows no media queries; the theme asks for them.
  window.matchMedia ??= query =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
});

it('opens links through the host and runs nothing', async () => {
  const rawHtml = '<a href="https://example.com/a">Read</a><img src="x" onerror="document.title = \'ran\'">';
  const { view, asked } = live({ type: 'Html', props: { rawHtml } });
  const { container } = render(view);
  await userEvent.setup().click(await screen.findByText('Read'));
  expect(asked).toEqual([{ kind: 'open-url', url: 'https://example.com/a', newTab: true }]);
  expect(container.querySelector('[onerror]')).toBeNull();
});
