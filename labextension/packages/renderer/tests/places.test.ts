/** The page's grid: places, growing components, the height of the page. */
import { describe, expect, it } from 'vitest';
import { canvasHeight, canvasWidth, cleared, placement, tops, wantedHeight, type Box } from '../src/layout/places';

const box = (instance: string, left: number, top: number, width: number, height: number): Box => ({
  instance,
  left,
  top,
  width,
  height,
});
const filter = box('filter', 0, 0, 43, 40);
const left = box('left', 0, 50, 20, 100);
const right = box('right', 22, 50, 21, 100);
const below = box('below', 0, 160, 20, 40);

describe('a page on its grid', () => {
  it('puts every component where it was drawn when nothing grows', () => {
    expect([...tops([filter, left, right, below], new Map())]).toEqual([
      ['filter', 0],
      ['left', 50],
      ['right', 50],
      ['below', 160],
    ]);
  });

  it('moves only those down that are below the one that grew', () => {
    const placed = tops([filter, left, right, below], new Map([['left', 180]]));
    expect(Object.fromEntries(placed)).toEqual({ filter: 0, left: 50, right: 50, below: 240 });
  });

  it('passes the move on to everything further down', () => {
    const placed = tops([filter, left, right, below], new Map([['filter', 60]]));
    expect(Object.fromEntries(placed)).toEqual({ filter: 0, left: 70, right: 70, below: 180 });
  });

  it('closes the gap of a component that gives its place away', () => {
    const placed = tops([filter, left, right, below], new Map([['left', 0]]));
    expect(placed.get('below')).toBe(60);
  });

  it('is not moved up past a neighbour that stays', () => {
    const wide = box('wide', 0, 160, 43, 40);
    expect(tops([left, right, wide], new Map([['left', 0]])).get('wide')).toBe(160);
  });

  it('is as high as its lowest component', () => {
    const boxes = [filter, left, below];
    const heights = new Map([['left', 180]]);
    expect(canvasHeight(boxes, heights, tops(boxes, heights))).toBe(280);
    expect(canvasHeight([], new Map(), new Map())).toBe(0);
  });

  it('counts columns in percent and never leaves the page', () => {
    expect(placement(box('a', 0, 0, 43, 40), 7)).toEqual({ left: '0%', width: '100%', top: 7 });
    expect(placement(box('a', 40, 0, 10, 40), 0).width).toBe(`${(3 / 43) * 100}%`);
  });

  it('is as wide as the app says, in pixels or percent', () => {
    expect([canvasWidth(1292, 'px'), canvasWidth(90, '%'), canvasWidth(0, 'px')]).toEqual([
      'min(100%, 1292px)',
      '90%',
      '100%',
    ]);
  });

  it('gives a field of one line the room for a label above', () => {
    const layout = { top: 0, left: 0, width: 10, height: 40 };
    expect(wantedHeight(layout, { alignment: 'top', label: 'Name' })).toBe(60);
    expect(wantedHeight(layout, { alignment: 'side', label: 'Name' })).toBe(40);
    expect(wantedHeight({ ...layout, height: 60 }, { alignment: 'top', label: 'Name' })).toBe(60);
  });
});

describe('a message below a field', () => {
  const field = box('field', 0, 0, 20, 60);
  const beside = box('beside', 22, 0, 21, 60);
  const near = box('near', 0, 70, 20, 60);
  const nearBeside = box('nearBeside', 22, 70, 21, 60);
  const topsOf = (boxes: Box[], spills: [string, number][]) =>
    Object.fromEntries(cleared(boxes, new Map(spills)).map(({ instance, top }) => [instance, top]));

  it('moves nothing where the gap has room for it', () => {
    const far = box('far', 0, 90, 20, 60);
    expect(topsOf([field, far], [['field', 24]])).toEqual({ field: 0, far: 90 });
  });

  it('moves what is below by what is missing, whole lines at a time', () => {
    const boxes = [field, beside, near, nearBeside];
    expect(topsOf(boxes, [['field', 24]])).toEqual({ field: 0, beside: 0, near: 84, nearBeside: 84 });
    expect(topsOf(boxes, [['field', 24], ['beside', 24]])).toEqual({ field: 0, beside: 0, near: 84, nearBeside: 84 }); // prettier-ignore
  });

  it('adds to those further up', () => {
    const last = box('last', 0, 140, 20, 40);
    const spills: [string, number][] = [['field', 24], ['near', 24]]; // prettier-ignore
    expect(topsOf([field, near, last], spills)).toEqual({ field: 0, near: 84, last: 168 });
  });
});
