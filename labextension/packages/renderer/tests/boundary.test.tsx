/** A component that cannot draw itself. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { Boundary } from '../src/instance/Boundary';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

function Fragile({ broken }: { broken: boolean }) {
  if (broken) throw new Error('no columns');
  return <p>fine</p>;
}

it('says so in its place, tells the log, and is tried again when its properties are new', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const element = document.createElement('div');
  const root = createRoot(element);
  const told: string[] = [];
  const draw = (broken: boolean, attempt: number) =>
    act(() =>
      root.render(
        <Boundary name="orders" attempt={attempt} failed={message => told.push(message)}>
          <Fragile broken={broken} />
        </Boundary>
      )
    );
  draw(true, 1);
  expect(element.textContent).toBe('orders cannot be shownno columns');
  expect(told).toEqual(['no columns']);
  draw(false, 2);
  expect(element.textContent).toBe('fine');
  silence.mockRestore();
});
