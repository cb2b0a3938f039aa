/** Actions that tell a component what to do. */
import { asList, asNumber } from '../coerce';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import type { Action } from './action';

/** Run a component action; parameters are found by their handle, in the action's own order. */
export const controlComponent: Action = options => {
  const instance = options.instance('componentId');
  const action = options.text('componentSpecificActionHandle');
  return instance.act(action, parameters(instance, action, options.value('componentSpecificActionParams')));
};

function parameters(instance: Instance, action: string, given: unknown): unknown[] {
  const list = (asList(given) ?? []).filter(isRecord);
  const wanted = instance.plan.spec?.actions?.[action]?.params ?? [];
  const isNamed = wanted.length > 0 && wanted.every(param => list.some(item => item['handle'] === param.key));
  if (!isNamed) return list.map(item => item['value']);
  return wanted.map(param => list.find(item => item['handle'] === param.key)?.['value']);
}

export const showModal: Action = options => options.instance('modal').act('open', []);

export const closeModal: Action = options => options.instance('modal').act('close', []);

export const setTablePage: Action = options =>
  options.instance('table').act('setPage', [asNumber(options.value('pageIndex')) ?? 1]);

export const scrollIntoView: Action = (options, { host }) =>
  host.act({
    kind: 'scroll',
    instance: options.instance('componentId').key,
    behavior: options.text('scrollBehavior') || 'smooth',
    block: options.text('scrollBlock') || 'nearest',
  });
