/** Trying again what failed, and unfolding why. */
import { lifeOf, retry } from '@tooljet/components/pure/supply/life';
import type { Name } from '@tooljet/schema';
import { refuse, type Hand } from './hand';

interface SuppliedHand extends Pick<Hand<Name>, 'target' | 'kind' | 'local' | 'screen'> {
  given: { props: { loadingState: boolean }; exposed: object; fire(event: string): void };
}

export interface Supplied {
  /** Whether there is something to draw. */
  has: boolean;
  /** Data that is being renewed still offers to try again. */
  badge?: boolean;
}

/** Whether the reason of a failure stands in the place of the data. */
export function hasFailed({ given: { props, exposed } }: SuppliedHand, has: boolean): boolean {
  const { stage, failure } = lifeOf(exposed, { has, loadingState: props.loadingState });
  return stage === 'failed' && failure !== undefined;
}

export function retryAt(hand: SuppliedHand, { has, badge = false }: Supplied): void {
  const { props, exposed } = hand.given;
  const { stage, failure, refreshing } = lifeOf(exposed, { has, loadingState: props.loadingState });
  if (!failure || stage === 'waiting' || (refreshing && !badge)) refuse(hand, 'nothing has failed');
  hand.screen.leave();
  retry(hand.given);
}

export function unfold(hand: SuppliedHand, folds: boolean): void {
  if (!folds) refuse(hand, 'nothing is folded there');
  hand.screen.leave();
  hand.local.unfolded = !hand.local.unfolded;
}
