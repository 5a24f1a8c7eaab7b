import type { ReactNode } from "react";

import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";

const SHAPES: Readonly<Record<"ok" | "ask" | "bad" | "stop", GlyphName>> = {
  ok: "adopted",
  ask: "waiting",
  bad: "error",
  stop: "escalated",
};

/** Something that must be known before going on. */
export function Notice({
  tone,
  title,
  glyph,
  children,
}: {
  readonly tone?: "ok" | "ask" | "bad" | "stop";
  readonly title?: ReactNode;
  readonly glyph?: GlyphName;
  readonly children?: ReactNode;
}) {
  const shape = glyph ?? (tone === undefined ? undefined : SHAPES[tone]);
  return (
    <div className={tone === undefined ? "notice" : `notice ${tone}`}>
      {title === undefined ? null : (
        <h3>
          {shape === undefined ? null : <Glyph name={shape} size={18} />}
          {title}
        </h3>
      )}
      {children}
    </div>
  );
}
