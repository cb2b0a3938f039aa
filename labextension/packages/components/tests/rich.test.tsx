/**
 * Markdown in a text.
 * DOMPurify is not dependable in the smaller DOM of the other tests.
 * @vitest-environment jsdom
 */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Text } from '../src/Text';
import { draw } from './given';

it('words in Markdown are drawn without what could do harm, and links go through the host', async () => {
  const { container, actions } = draw('Text', Text, {
    props: {
      textFormat: 'markdown',
      text: '## Week\n\n[report](https://example.com) <img src=x onerror="alert(1)">',
    },
  });
  expect((await screen.findByRole('heading', { level: 2 })).textContent).toBe('Week');
  expect(container.innerHTML).not.toContain('onerror');
  await userEvent.click(screen.getByRole('link', { name: 'report' }));
  expect(actions).toEqual([{ kind: 'open-url', url: 'https://example.com', newTab: true }]);
});
