/** What holds for every component: shown or not, usable or not, busy or not, and the box around it. */
import type { Component, Device } from '@tooljet/schema';
import type { CSSProperties } from 'react';

/** An instance as the runtime last described it. */
export interface Told {
  props: Record<string, unknown>;
  exposed: Record<string, unknown>;
}

/** Components that show something although their `visibility` is off: it only hides the button that opens them. */
const SHOW_THEMSELVES = new Set(['Modal', 'ModalV2']);

/** A flag as it is now: what a component action set, else what the property says, else `fallback`. */
function flag(instance: Told, exposed: string, property: string, fallback: boolean): boolean {
  const value = instance.exposed[exposed] ?? instance.props[property];
  return typeof value === 'boolean' ? value : fallback;
}

export function visible(instance: Told, type: string): boolean {
  return SHOW_THEMSELVES.has(type) || flag(instance, 'isVisible', 'visibility', true);
}

export function disabled(instance: Told): boolean {
  return flag(instance, 'isDisabled', 'disabledState', false);
}

export function loading(instance: Told): boolean {
  return flag(instance, 'isLoading', 'loadingState', false);
}

/** Whether a component is for this device at all. */
export function forDevice(component: Component, instance: Told | undefined, device: Device, chosen: boolean): boolean {
  const props = instance?.props ?? component.props;
  // A page on which nothing was chosen for the phone shows there what it shows on a desktop.
  if (device === 'mobile' && chosen) return truthy(props.showOnMobile, false);
  return truthy(props.showOnDesktop, true);
}

function truthy(value: unknown, fallback: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (value === '{{true}}' || value === '{{false}}') return value === '{{true}}';
  return fallback;
}

/** The properties a component gets: its flags already settled, so that property and exposed value never disagree. */
export function settled(instance: Told, type: string): Record<string, unknown> {
  return {
    ...instance.props,
    disabledState: disabled(instance),
    loadingState: loading(instance),
    ...(SHOW_THEMSELVES.has(type) ? {} : { visibility: visible(instance, type) }),
  };
}

/** A shadow of no size is how exports write "none". */
export function shadow(instance: Told): CSSProperties {
  const value = instance.props.boxShadow;
  if (typeof value !== 'string' || value === '' || /^(0px\s+){3,4}/.test(value)) return {};
  const radius = instance.props.borderRadius ?? instance.props.fieldBorderRadius;
  return { boxShadow: value, borderRadius: typeof radius === 'number' ? radius : 'var(--tj-radius)' };
}

/** The words shown on hover, '' for none. */
export function tooltip(instance: Told): string {
  const value = instance.props.tooltip;
  if (typeof value !== 'string' || value.trim() === '') return '';
  return instance.props.tooltipFormat === 'html'
    ? value
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : value;
}
