/** A dialog and the button that opens it. */
import { isModalDisabled } from '../gestures/insides';
import type { Eye, Sight } from './eye';
import { seen, named, when, type Part } from './seen';

function content(eye: Eye<'ModalV2'>): Part[] {
  const { props } = eye.given;
  if (props.loadingState || isModalDisabled(eye.given)) return [];
  return [
    ...(props.showHeader ? eye.slot('header') : []),
    ...eye.slot(),
    ...(props.showFooter ? eye.slot('footer') : []),
  ];
}

export const ModalV2: Sight<'ModalV2'> = eye => {
  const { id, name, props, exposed } = eye.given;
  const close = props.hideCloseButton ? undefined : seen('button', { name: 'Close' });
  if (exposed.show === true) eye.float([seen('dialog', { name, instance: id }, [...content(eye), close])], true);
  if (!props.useDefaultButton || exposed.isVisible === false) return [];
  const states = { disabled: when(exposed.isDisabledTrigger ?? props.disabledTrigger) };
  return [named('button', [props.triggerButtonLabel], { instance: id, states })];
};
