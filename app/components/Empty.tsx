import type { ReactNode } from "react";

import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";

/** A list without anything in it: what would stand here, and one act. */
export function Empty({
  glyph = "adopted",
  title,
  children,
  act,
}: {
  readonly glyph?: GlyphName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}) {
  return (
    <div className="empty">
      <Glyph name={glyph} size={38} />
      <p>
        <b>{title}</b>
      </p>
      {children === undefined || children === null ? null : <p className="note">{children}</p>}
      {act}
    </div>
  );
}
