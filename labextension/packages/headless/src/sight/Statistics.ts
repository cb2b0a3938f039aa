/** One number that matters, with a second one to compare it with. */
import { figure } from '@tooljet/components/pure/statistics/figure';
import { lifeOf, type Life } from '@tooljet/components/pure/supply/life';
import type { Given } from '@tooljet/components/pure/define';
import type { Sight } from './eye';
import { cutText } from './parts/supply';
import { named, seen, type Part } from './seen';

type Props = Given<'Statistics'>['props'];

const AGAIN = seen('button', { name: 'Try again' });

function second(props: Props): Part[] {
  const sign = seen('image', { name: props.secondarySignDisplay === 'negative' ? 'Bad' : 'Good' });
  const { secondaryPrefixText: before, secondaryValue: value, secondarySuffixText: after } = props;
  return [
    seen('definition', {}, [sign, `${before}${figure(value)}${after}`]),
    named('term', [props.secondaryValueLabel]),
  ];
}

function figures(props: Props, { stage, failure, truncated }: Life): Part[] {
  const missing = stage === 'failed';
  const { primaryPrefixText: before, primaryValue: value, primarySuffixText: after } = props;
  const why = seen('alert', { name: failure?.message }, ['Could not be loaded.', AGAIN]);
  return [
    named('term', [props.primaryValueLabel]),
    seen('definition', {}, missing ? ['–'] : [`${before}${figure(value)}`, after]),
    ...(missing ? [why] : []),
    ...(missing || props.hideSecondary ? [] : second(props)),
    ...(truncated === undefined ? [] : [cutText(truncated)]),
  ];
}

export const Statistics: Sight<'Statistics'> = ({ given: { props, exposed } }) => {
  if (props.disabledState) return [];
  const life = lifeOf(exposed, { has: false, loadingState: props.loadingState });
  const { failure, stage, refreshing } = life;
  const badge = failure && seen('button', { ...AGAIN, description: `${failure.query}: ${failure.message}` });
  return [
    ...(refreshing ? [seen('progressbar', { name: 'Loading newer data' })] : []),
    ...(stage === 'waiting' ? [] : figures(props, life)),
    stage === 'there' ? badge : undefined,
  ];
};
