import type { Piece } from "#app/words/compare.ts";

/** Text with what went struck and what came underlined. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, kind }, index) => {
    const key = `${index}${kind}`;
    if (kind === "new") return <ins key={key}>{text}</ins>;
    if (kind === "cut") return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
