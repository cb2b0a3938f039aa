/** A card that holds other components, with a header when wanted. */
import { Bar, Box } from './Box';
import { boxLook } from './box';
import type { Given } from './define';
import { chosen } from './theme/chosen';

export function Container({ props, slot }: Given<'Container'>) {
  const ground = chosen('ground', props.headerBackgroundColor, 'var(--tj-surface)');
  const header = props.showHeader && (
    <Bar place="top" height={props.headerHeight} ground={ground}>
      {slot('header')}
    </Bar>
  );
  return (
    <Box
      look={boxLook(props)}
      disabled={props.disabledState}
      loading={props.loadingState}
      grows={props.dynamicHeight}
      scrolls={props.showScroll}
      header={header}
    >
      {slot()}
    </Box>
  );
}
