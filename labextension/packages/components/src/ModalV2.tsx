/** A dialog over the page, opened by its own button or by an event; Escape closes it and the focus goes back. */
import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { Bar } from './Box';
import type { Given } from './define';
import { ask } from './modal/ask';
import { inkOn } from './theme/ink';
import { chosen } from './theme/chosen';
import './ModalV2.css';

type Props = Given<'ModalV2'>['props'];

const widths: Record<Props['size'], number | string> = { sm: 400, lg: 640, xl: 960, fullscreen: '100%' };

export function ModalV2({ name, props, exposed, fire, set, slot, media }: Given<'ModalV2'>) {
  const full = props.size === 'fullscreen' || media === 'mobile';
  const say = (show: boolean) => ask({ set, fire }, show);
  return (
    <>
      {props.useDefaultButton && exposed.isVisible !== false && (
        <Trigger props={props} disabled={exposed.isDisabledTrigger ?? props.disabledTrigger} open={() => say(true)} />
      )}
      <Modal
        opened={exposed.show === true}
        onClose={() => say(false)}
        closeOnEscape={props.hideOnEsc}
        closeOnClickOutside={props.closeOnClickingOutside}
        withCloseButton={false}
        size={widths[props.size] ?? 640}
        fullScreen={full}
        centered={!full}
        padding={0}
        trapFocus
        returnFocus
        classNames={{ content: 'tj-Modal', body: 'tj-Modal-frame' }}
        attributes={{ content: { 'aria-label': name } }}
      >
        <Content props={props} full={full} disabled={exposed.isDisabledModal ?? props.disabledModal} slot={slot} />
        {/* Last in order, so that the focus starts in the content. */}
        {!props.hideCloseButton && (
          <button type="button" className="tj-Modal-close" aria-label="Close" onClick={() => say(false)}>
            <IconX size={18} aria-hidden />
          </button>
        )}
      </Modal>
    </>
  );
}

interface ContentProps {
  props: Props;
  full: boolean;
  disabled: boolean;
  slot(name?: string): ReactNode;
}

function Content({ props, full, disabled, slot }: ContentProps) {
  const ground = (colour: string) => chosen('ground', colour, 'var(--tj-surface)');
  const height = full || props.dynamicHeight ? undefined : props.modalHeight;
  if (props.loadingState) {
    return (
      <div className="tj-Modal-waiting" style={{ height: props.modalHeight }} aria-busy>
        <span className="tj-Spinner" />
      </div>
    );
  }
  return (
    <div className="tj-Modal-content" inert={disabled} data-disabled={disabled || undefined}>
      {props.showHeader && (
        <Bar place="top" height={props.headerHeight} ground={ground(props.headerBackgroundColor)}>
          {slot('header')}
        </Bar>
      )}
      <div className="tj-Modal-body" style={{ height, background: ground(props.bodyBackgroundColor) }}>
        {slot()}
      </div>
      {props.showFooter && (
        <Bar place="bottom" height={props.footerHeight} ground={ground(props.footerBackgroundColor)}>
          {slot('footer')}
        </Bar>
      )}
    </div>
  );
}

function Trigger({ props, disabled, open }: { props: Props; disabled: boolean; open: () => void }) {
  return (
    <button
      type="button"
      className="tj-Button tj-mod-primary"
      style={triggerLook(props)}
      disabled={disabled}
      onClick={open}
    >
      {props.triggerButtonLabel}
    </button>
  );
}

function triggerLook(props: Props): CSSProperties {
  const ground = chosen('brand', props.triggerButtonBackgroundColor, 'var(--tj-brand)');
  return {
    '--tj-button-ground': ground,
    '--tj-button-hover': ground,
    '--tj-button-ink':
      chosen('on-brand', props.triggerButtonTextColor, 'var(--tj-on-brand)') ?? (ground && inkOn(ground)),
  };
}
