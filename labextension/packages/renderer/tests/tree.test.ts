/** Who is inside whom, and in which order a phone shows it. */
import type { Component } from '@tooljet/schema';
import { describe, expect, it } from 'vitest';
import { choosesForPhone, instanceKey, layoutOn, madeForPhone, readingOrder, seatOf, seats } from '../src';

const component = (id: string, parent: string | null, props: Record<string, unknown> = {}): Component => ({
  id,
  name: id,
  type: 'Text',
  parent,
  props,
  layouts: { desktop: { top: 0, left: 0, width: 10, height: 40 } },
  events: [],
});

describe('a component in its place', () => {
  it('is found in a slot although ids hold dashes themselves', () => {
    const known = new Set(['form', 'form-1', 'c8e0-11']);
    expect(seatOf(null, known)).toEqual({ parent: null, slot: '' });
    expect(seatOf('form-1', known)).toEqual({ parent: 'form-1', slot: '' });
    expect(seatOf('form-1-header', known)).toEqual({ parent: 'form-1', slot: 'header' });
    expect(seatOf('form-header', known)).toEqual({ parent: 'form', slot: 'header' });
    expect(seatOf('c8e0-11-0', known)).toEqual({ parent: 'c8e0-11', slot: '0' });
  });

  it('stays out of sight when its parent is not on the page', () => {
    expect(seatOf('gone', new Set())).toEqual({ parent: 'gone', slot: '' });
  });

  it('is listed under its seat', () => {
    const taken = seats([
      component('tabs', null),
      component('a', 'tabs-0'),
      component('b', 'tabs-1'),
      component('c', 'tabs-0'),
    ]);
    expect([...taken].map(([key, list]) => [key, list.map(({ id }) => id)])).toEqual([
      ['/', ['tabs']],
      ['tabs/0', ['a', 'c']],
      ['tabs/1', ['b']],
    ]);
  });

  it('has one instance for every row of a Listview around it', () => {
    expect([instanceKey('name', ''), instanceKey('name', '0'), instanceKey('name', '0.2')]).toEqual([
      'name',
      'name@0',
      'name@0.2',
    ]);
  });
});

describe('a phone', () => {
  it('shows rows from the top, each from the left, small differences in height aside', () => {
    const boxes = [
      { instance: 'table', left: 0, top: 100, width: 43, height: 300 },
      { instance: 'button', left: 30, top: 8, width: 8, height: 40 },
      { instance: 'search', left: 0, top: 10, width: 20, height: 40 },
      { instance: 'aside', left: 30, top: 110, width: 13, height: 40 },
    ];
    expect(readingOrder(boxes).map(box => box.instance)).toEqual(['search', 'button', 'table', 'aside']);
  });

  it('uses places of its own only when every component has one', () => {
    const mobile = { top: 5, left: 0, width: 43, height: 60 };
    const placed = { ...component('a', null), layouts: { ...component('a', null).layouts, mobile } };
    expect([madeForPhone([placed]), madeForPhone([placed, component('b', null)]), madeForPhone([])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([layoutOn(placed, 'mobile').top, layoutOn(placed, 'desktop').top]).toEqual([5, 0]);
  });

  it('shows everything until a builder chooses what it shows', () => {
    expect(choosesForPhone([component('a', null), component('b', null, { showOnMobile: false })])).toBe(false);
    expect(choosesForPhone([component('a', null), component('b', null, { showOnMobile: '{{true}}' })])).toBe(true);
  });
});
