/** Numbers and dates as people type and read them. */
import { describe, expect, it } from 'vitest';
import { allowed, dayOf, formatOf, limitsOf, textOf } from '../src/date/text';
import { formatNumber, parseNumber, rounded, stepped } from '../src/number/text';

describe('a typed number', () => {
  it.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['.5', 0.5],
    ['7,25', 7.25],
    ['1,234.5', 1234.5],
    ['1 000', 1000],
    ['2e3', 2000],
    ['', null],
    ['-', undefined],
    ['12a', undefined],
    ['1e999', undefined],
  ])('%j means %j', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it('is shown with at most the wanted places, and without noughts', () => {
    expect(formatNumber(1.239, 2)).toBe('1.24');
    expect(formatNumber('3.50', 2)).toBe('3.5');
    expect(formatNumber(null, 2)).toBe('');
    expect(rounded(2.5, 0)).toBe(3);
  });

  it('steps inside its limits', () => {
    expect(stepped(9.5, 1, null, 10)).toBe(10);
    expect(stepped(null, 1, 5, 10)).toBe(5);
    expect(stepped(0.1, 1, null, null)).toBe(1.1);
  });
});

describe('a typed date', () => {
  it.each([
    ['24/12/2026', 'DD/MM/YYYY', '2026-12-24'],
    ['1/3/2026', 'DD/MM/YYYY', '2026-03-01'],
    ['1.3.2026', 'DD/MM/YYYY', '2026-03-01'],
    ['12-24-2026', 'MM-DD-YYYY', '2026-12-24'],
    ['Dec 24, 2026', 'MMM D, YYYY', '2026-12-24'],
    ['2026-12-24', 'DD/MM/YYYY', '2026-12-24'],
    ['2026-12-24T10:00:00', 'DD/MM/YYYY', '2026-12-24'],
    ['31/02/2026', 'DD/MM/YYYY', undefined],
    ['soon', 'DD/MM/YYYY', undefined],
    ['', 'DD/MM/YYYY', undefined],
  ])('%j in %s is %s', (text, format, day) => {
    expect(dayOf(text, format)).toBe(day);
  });

  it('is written in the words of the format', () => {
    expect(textOf('2026-03-01', 'DD/MM/YYYY')).toBe('01/03/2026');
    expect(textOf('2026-03-01', 'ddd, MMM Do YYYY')).toBe('Sun, Mar 1st 2026');
    expect(formatOf('')).toBe('DD/MM/YYYY');
  });

  it('keeps to the limits of the builder', () => {
    const limits = limitsOf(
      { minDate: '02/03/2026', maxDate: '10/03/2026', disabledDates: ['05/03/2026'] },
      'DD/MM/YYYY'
    );
    const days = ['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-10', '2026-03-11'];
    expect(days.map(day => allowed(day, limits))).toEqual([false, true, false, true, false]);
  });
});
