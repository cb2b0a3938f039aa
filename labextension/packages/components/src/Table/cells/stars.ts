/** The stars of a rating: how many there can be, how many there are, how they are said. */
import type { Column } from '../columns';
import { amount, truth } from '../guards';

export interface Stars {
  stars: number;
  most: number;
  halves: boolean;
}

export function starsOf(value: unknown, { settings }: Column): Stars {
  return {
    stars: amount(value) ?? 0,
    most: Math.min(10, Math.max(1, amount(settings.maxRating) ?? 5)),
    halves: truth(settings.allowHalfStar, false),
  };
}

export function starsText({ stars, most }: Stars): string {
  return `${stars} of ${most}`;
}

/** How many stars a click on one makes: a second click takes all away. */
export function clickedStars({ stars, halves }: Stars, place: number, half: boolean): number {
  const next = halves && half ? place - 0.5 : place;
  return next === stars ? 0 : next;
}
