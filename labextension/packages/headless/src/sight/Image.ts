/** A picture, with its tools; or the words that stand for one that is not there. */
import { sourceOf } from '@tooljet/components/pure/image/source';
import { isLargest, isSmallest, plain } from '@tooljet/components/pure/image/view';
import { NO_PICTURE } from '@tooljet/components/pure/image/words';
import type { Given } from '@tooljet/components/pure/define';
import type { Local } from '../gestures/screen';
import type { Sight } from './eye';
import { seen, when, type Part } from './seen';

function tools(props: Given<'Image'>['props'], { view = plain }: Local): Part[] {
  const zoom = [
    seen('button', { name: 'Zoom out', states: { disabled: when(isSmallest(view)) } }),
    seen('button', { name: 'Zoom in', states: { disabled: when(isLargest(view)) } }),
  ];
  return [...(props.zoomButtons ? zoom : []), ...(props.rotateButton ? [seen('button', { name: 'Rotate' })] : [])];
}

export const Image: Sight<'Image'> = ({ given, local }) => {
  const { id, name, props, exposed } = given;
  const words = exposed.alternativeText || props.alternativeText;
  if (props.loadingState) return [];
  // Nothing is loaded here, so every picture that has an address counts as one that came.
  if (sourceOf(exposed.imageURL ?? props.source, props) === '') return [seen('image', { name: words || NO_PICTURE })];
  return [seen('image', { name: words || name, instance: id }), ...tools(props, local)];
};
