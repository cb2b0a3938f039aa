/** When a runtime counts as hung, and how the guilty binding is found. */
import { expect, it } from 'vitest';
import { DEADLINE_MS, Watchdog } from '../src/watchdog';

const LATE = DEADLINE_MS + 1;

it('lets a wave take its time up to the deadline', () => {
  const dog = new Watchdog();
  dog.wave(true, 0);
  expect([dog.stalled(DEADLINE_MS), dog.stalled(LATE)]).toEqual([false, true]);
  dog.wave(false, LATE);
  expect(dog.stalled(10 * LATE)).toBe(false);
});

it('restarts carefully after a first stall in a wave, and leaves the guilty binding out after the second', () => {
  const dog = new Watchdog();
  dog.wave(true, 0);
  expect(dog.restart()).toEqual({ careful: true, leftOut: [], guilty: null, dropped: false });
  dog.wave(true, 0);
  dog.mark('c1.text', 10);
  dog.mark('c2.text', 20);
  expect([dog.stalled(20 + DEADLINE_MS), dog.stalled(20 + LATE)]).toEqual([false, true]);
  expect(dog.restart()).toEqual({ careful: true, leftOut: ['c2.text'], guilty: 'c2.text', dropped: true });
});

it('names a script that hung, and leaves it out when it hangs again', () => {
  const dog = new Watchdog();
  dog.mark('q1.code', 0);
  expect(dog.restart()).toEqual({ careful: true, leftOut: [], guilty: 'q1.code', dropped: false });
  dog.mark('q1.code', 0);
  expect(dog.restart()).toMatchObject({ leftOut: ['q1.code'], dropped: true });
});

it('notices a worker that hangs where nothing was announced', () => {
  const dog = new Watchdog();
  dog.ask(0);
  dog.ask(3000);
  expect(dog.stalled(LATE)).toBe(true);
  dog.heard();
  expect(dog.stalled(LATE)).toBe(false);
});

it('gives up on an app that only hangs', () => {
  const dog = new Watchdog();
  const restarts = Array.from({ length: 12 }, () => dog.restart());
  expect(restarts.at(-1)).toBeUndefined();
});
