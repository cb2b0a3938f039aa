/** A field that was left says what is missing, but never moves a button away from under the pointer that presses it. */
import { expect, it, vi } from 'vitest';
import { leave } from '../src/field/touch';

function left(): object[] {
  const told: object[] = [];
  leave({ set: values => void told.push(values) });
  return told;
}

it('is told at once when the focus goes by keyboard', () => {
  expect(left()).toEqual([{ $touched: true }]);
});

it('is told after the click when a pointer takes the focus away', async () => {
  window.dispatchEvent(new Event('pointerdown'));
  const told = left();
  expect(told).toEqual([]);
  window.dispatchEvent(new Event('pointerup'));
  expect(told).toEqual([]);
  await vi.waitFor(() => expect(told).toEqual([{ $touched: true }]));
});
