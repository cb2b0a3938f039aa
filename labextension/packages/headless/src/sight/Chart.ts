/** A chart: its title, and a picture called by it; or why there is nothing to draw. */
import { contentOf } from '@tooljet/components/pure/chart/content';
import { lifeOf } from '@tooljet/components/pure/supply/life';
import type { Given } from '@tooljet/components/pure/define';
import type { Sight } from './eye';
import { details, failed, notes } from './parts/supply';
import { seen, when, type Part } from './seen';

function body({ name, props }: Given<'Chart'>, unfolded: boolean): Part {
  const content = contentOf(props);
  if ('empty' in content) return note('There is nothing to draw yet.');
  if ('fault' in content) {
    return seen('alert', {}, [seen('paragraph', {}, [content.fault]), details(content.detail, unfolded)]);
  }
  if (content.unknown !== undefined) return note(`Charts of the kind "${content.unknown}" cannot be drawn here.`);
  return seen('image', { name: props.title || name });
}

function note(text: string): Part {
  return seen('status', {}, [seen('paragraph', {}, [text])]);
}

export const Chart: Sight<'Chart'> = ({ given, local }) => {
  const { id, props, exposed } = given;
  if (props.disabledState) return [];
  const content = contentOf(props);
  const life = lifeOf(exposed, { has: 'kinds' in content, loadingState: props.loadingState });
  const unfolded = local.unfolded === true;
  const inside = life.stage === 'failed' && life.failure ? failed(life.failure, unfolded) : body(given, unfolded);
  const states = { busy: when(life.stage === 'waiting' || life.refreshing) };
  const parts = [props.title, ...notes(life, true), life.stage === 'waiting' ? undefined : inside];
  return [seen('figure', { instance: id, states }, parts)];
};
