/** Draws one instance with the renderer of its type, or a labelled box where there is none. */
import { registry, type Given } from '@tooljet/components';
import type { Name } from '@tooljet/schema';
import { createElement, memo, type ComponentType } from 'react';

export interface DrawnProps extends Omit<Given<Name>, 'props' | 'exposed' | 'fire' | 'set'> {
  type: string;
  props: Record<string, unknown>;
  exposed: Record<string, unknown>;
  fire(event: string, detail?: Record<string, unknown>): void;
  set(values: Record<string, unknown>): void;
}

function rendererOf(type: string): ComponentType<Omit<DrawnProps, 'type'>> | undefined {
  // The registry types each renderer by its own name; which one it is here is known only when the app runs.
  return Object.hasOwn(registry, type)
    ? (registry[type as Name] as unknown as ComponentType<Omit<DrawnProps, 'type'>>)
    : undefined;
}

export const Drawn = memo(function Drawn({ type, ...given }: DrawnProps) {
  const renderer = rendererOf(type);
  if (renderer) return createElement(renderer, given);
  return (
    <div className="tj-Unknown">
      <strong>{given.name}</strong>
      <span>{type} is not available here yet.</span>
    </div>
  );
});
