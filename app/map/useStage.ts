import { type RefObject, useLayoutEffect, useRef, useState } from "react";

import type { Stage } from "#app/map/layout.ts";

const FIRST: Stage = { width: 784, height: 732 };

/** The room that the map has, in pixels: as wide as its frame, a little less high. */
export function useStage<Frame extends HTMLElement>(): readonly [RefObject<Frame | null>, Stage] {
  const frame = useRef<Frame>(null);
  const [stage, setStage] = useState(FIRST);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const measure = () => {
      const width = Math.round(current.clientWidth);
      const height = Math.round(width < 480 ? width * 1.02 : Math.min(width * 0.934, 760));
      if (width === 0) return;
      setStage((before) => (before.width === width ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [frame, stage];
}
