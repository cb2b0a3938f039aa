/** A field's value while its echo travels, and where its label stands. */
import { describe, expect, it } from 'vitest';
import { labelLayout } from '../src/field/label';
import { arrived, entered, fresh, settled } from '../src/field/state';

describe('the value of a field', () => {
  it('shows what was typed before the app knows it', () => {
    expect(entered(fresh(''), 'a')).toEqual({ shown: 'a', known: '', sent: ['a'] });
  });

  it('is not set back by the late echo of an earlier letter', () => {
    const typed = entered(entered(fresh(''), 'a'), 'ab');
    expect(arrived(typed, 'a')).toMatchObject({ shown: 'ab', sent: ['ab'] });
  });

  it('forgets what was sent before an echo that skips letters', () => {
    const typed = ['a', 'ab', 'abc'].reduce(entered, fresh(''));
    expect(arrived(typed, 'abc')).toMatchObject({ shown: 'abc', known: 'abc', sent: [] });
  });

  it('takes over a change from outside, and forgets what was on its way', () => {
    expect(arrived(entered(fresh(''), 'a'), 'cleared')).toEqual(fresh('cleared'));
  });

  it('leaves it to the app once the user is gone', () => {
    expect(arrived(settled(entered(fresh(''), 'a')), 'b')).toEqual(fresh('b'));
  });

  it('compares lists by their members', () => {
    expect(arrived(entered(fresh<unknown[]>([]), ['x']), ['x'])).toMatchObject({ shown: ['x'], sent: [] });
  });
});

describe('the label of a field', () => {
  const label = 'Name';

  it('takes no room without words', () => {
    expect(labelLayout({ label: ' ', alignment: 'side' })).toEqual({ place: 'none', side: 'left' });
  });

  it('stands above unless it is told to stand beside', () => {
    expect(labelLayout({ label })).toEqual({ place: 'above', side: 'left' });
    expect(labelLayout({ label, alignment: 'top', direction: 'right' })).toEqual({ place: 'above', side: 'right' });
  });

  it('is as wide as its words by itself, and as wide as it is told otherwise', () => {
    const beside = { label, alignment: 'side', width: 33 };
    expect(labelLayout({ ...beside, auto: true })).toEqual({ place: 'beside', side: 'left', width: undefined });
    expect(labelLayout({ ...beside, auto: false })).toEqual({ place: 'beside', side: 'left', width: '33%' });
    expect(labelLayout({ ...beside, auto: false, labelWidth: 50, widthType: 'ofField' }).width).toBe('33.33%');
  });
});
