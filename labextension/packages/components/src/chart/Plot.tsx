/** A Plotly figure in an element: drawn again when it changes, and when its room does. */
import { useEffect, useRef, useState } from 'react';
import type { Figure } from './figure';
import { plotlyFor, type GraphElement, type Plotly } from './plotly';

export interface PlotProps {
  figure: Figure;
  label: string;
  click(event: unknown): void;
  doubleClick(): void;
}

const config = { displayModeBar: false, responsive: false, doubleClick: 'reset', showTips: false };

interface Size {
  width: number;
  height: number;
}

/** The room of an element, at most once a frame. */
function useSize(element: HTMLElement | null): Size | undefined {
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    if (!element) return undefined;
    let frame = 0;
    const observer = new ResizeObserver(entries => {
      const box = entries.at(-1)?.contentRect;
      cancelAnimationFrame(frame);
      if (box && box.width > 0) frame = requestAnimationFrame(() => setSize({ width: box.width, height: box.height }));
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [element]);
  return size;
}

export function Plot({ figure, label, click, doubleClick }: PlotProps) {
  const [element, setElement] = useState<GraphElement | null>(null);
  const [fault, setFault] = useState<string>();
  const drawn = useRef<Plotly>(undefined);
  const size = useSize(element);
  const heard = useRef({ click, doubleClick });
  useEffect(() => {
    heard.current = { click, doubleClick };
  });

  useEffect(() => {
    if (!element || !size) return undefined;
    let current = true;
    const draw = async () => {
      const plotly = await plotlyFor(figure);
      if (!current) return;
      drawn.current = plotly;
      await plotly.react(element, figure.data, { ...figure.layout, ...size }, config);
      element.removeAllListeners?.('plotly_click');
      element.removeAllListeners?.('plotly_doubleclick');
      element.on?.('plotly_click', event => heard.current.click(event));
      element.on?.('plotly_doubleclick', () => heard.current.doubleClick());
      setFault(undefined);
    };
    draw().catch((error: unknown) => current && setFault(error instanceof Error ? error.message : String(error)));
    return () => {
      current = false;
    };
  }, [element, size, figure]);

  useEffect(() => () => void (element && drawn.current?.purge(element)), [element]);

  return (
    <>
      <div ref={setElement} className="tj-Chart-plot" role="img" aria-label={label} />
      {fault !== undefined && (
        <p className="tj-Chart-note" role="alert">
          This chart could not be drawn: {fault}
        </p>
      )}
    </>
  );
}
