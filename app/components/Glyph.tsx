import type { ReactNode } from "react";

/** Every state has a shape of its own; the word always follows. */
export const GLYPHS = {
  open: (
    <>
      <circle cx="10" cy="10" r="7.4" opacity=".32" />
      <path d="M10 2.6A7.4 7.4 0 1 1 3.05 12.53" strokeWidth="2.3" />
    </>
  ),
  objected: (
    <>
      <path d="M14.5 5.24A7 7 0 1 1 5.5 5.24" />
      <path className="f" d="M6.5 .9h7L10 10.4z" />
    </>
  ),
  adopted: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <circle cx="10" cy="10" r="3.5" />
    </>
  ),
  enacted: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <circle className="f" cx="10" cy="10" r="4.1" />
    </>
  ),
  lapsed: (
    <>
      <circle cx="10" cy="10" r="7.2" strokeDasharray="1.6 2.92" strokeLinecap="butt" />
      <path d="M6.6 10h6.8" />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="M13.4 10H6.8m2.6-2.8L6.6 10l2.8 2.8" />
    </>
  ),
  discarded: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="m7.4 7.4 5.2 5.2m0-5.2-5.2 5.2" />
    </>
  ),
  escalated: (
    <>
      <path d="M13.5 5.6A6.6 6.6 0 1 1 6.5 5.6" />
      <path d="M10 12.6V1.8M6.7 4.9 10 1.6l3.3 3.3" />
    </>
  ),
  verified: (
    <>
      <circle cx="10" cy="10" r="7.8" />
      <path d="m6.3 10.3 2.6 2.6 4.9-5.4" />
    </>
  ),
  filled: <circle cx="10" cy="10" r="7.4" />,
  unfilled: <circle cx="10" cy="10" r="7.2" strokeDasharray="4.4 3.14" strokeLinecap="butt" />,
  circle: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <circle className="f" cx="7.4" cy="11" r="1.9" />
      <circle className="f" cx="12.6" cy="8.6" r="1.9" />
    </>
  ),
  linked: (
    <>
      <circle cx="7.2" cy="10" r="5" />
      <circle cx="12.8" cy="10" r="5" />
    </>
  ),
  agent: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <rect x="7.1" y="7.1" width="5.8" height="5.8" />
    </>
  ),
  elected: (
    <>
      <path d="M13.1 5.17A6.6 6.6 0 1 1 6.9 5.17" />
      <circle className="f" cx="10" cy="4" r="2.5" />
    </>
  ),
  termended: (
    <>
      <path d="M13.1 5.17A6.6 6.6 0 1 1 6.9 5.17" />
      <circle
        cx="10"
        cy="4"
        r="2.4"
        strokeDasharray="1.9 1.87"
        strokeWidth="1.5"
        strokeLinecap="butt"
      />
    </>
  ),
  breakdown: (
    <>
      <path d="M7.77 15.66A7 7 0 0 1 6.81 1.91" />
      <path d="M12.23 4.34A7 7 0 0 1 13.19 18.09" />
      <path d="m10.9 6.4-2.3 3 2.8 1.2-2.3 3" strokeWidth="1.5" />
    </>
  ),
  silent: (
    <>
      <circle cx="10" cy="10" r="7.4" opacity=".8" />
      <path d="M7 10h.01M10 10h.01M13 10h.01" strokeWidth="2.4" />
    </>
  ),
  said: <path d="m3.8 10.6 4.2 4.2 8.2-9.4" />,
  question: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="M8 8a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.9v.4M10 13.6h.01" />
    </>
  ),
  waiting: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="M10 6v4.2l2.6 1.7" />
    </>
  ),
  money: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="M12.4 7.2a3.3 3.3 0 1 0 0 5.6M6.6 9.2H11M6.6 10.9H11" strokeWidth="1.5" />
    </>
  ),
  error: (
    <>
      <path d="M12.53 3.05A7.4 7.4 0 1 1 7.47 3.05" />
      <path d="M10 6v5M10 14h.01" strokeWidth="2.2" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof GLYPHS;

/** A state's shape. Decorative: the word stands beside it. */
export function Glyph({ name, size = 20 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg
      className={`g g-${name}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {GLYPHS[name]}
    </svg>
  );
}
