import type { ReactNode } from "react";

const ICONS = {
  waiting: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <circle cx="10" cy="10" r="3.6" />
    </>
  ),
  map: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <circle cx="7.2" cy="11" r="2.5" />
      <circle cx="13" cy="8" r="2" />
    </>
  ),
  proposals: <path d="M5 2.8h10v14.4H5zM7.8 6.8h4.4M7.8 10h4.4M7.8 13.2h2.4" />,
  treasury: <path d="M3 6.4h14v9.8H3zM3 6.4l2.4-3h9.2l2.4 3M12.6 11.3h1.6" />,
  history: (
    <>
      <path d="M3.76 6.4A7.2 7.2 0 1 1 3.23 12.46" />
      <path d="M10 6.2V10l2.6 1.6M3.2 3.4v3.8h3.6" />
    </>
  ),
  find: (
    <>
      <circle cx="8.6" cy="8.6" r="5.4" />
      <path d="m12.8 12.8 4.4 4.4" />
    </>
  ),
  plus: <path d="M10 4.2v11.6M4.2 10h11.6" />,
  minus: <path d="M4.2 10h11.6" />,
  calendar: <path d="M3.4 4.8h13.2v11.8H3.4zM3.4 8.4h13.2M7 2.8v3.4M13 2.8v3.4" />,
  copy: <path d="M7 7h9v9H7zM4 13V4h9" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  down: <path d="m5.5 7.8 4.5 4.6 4.5-4.6" />,
  next: <path d="m7.6 5.2 4.8 4.8-4.8 4.8" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.6" />
      <path d="M10 2.2v1.9M10 15.9v1.9M2.2 10h1.9M15.9 10h1.9M4.5 4.5l1.3 1.3M14.2 14.2l1.3 1.3M15.5 4.5l-1.3 1.3M5.8 14.2l-1.3 1.3" />
    </>
  ),
  moon: <path d="M15.9 11.9A6.6 6.6 0 0 1 8.1 4.1a6.6 6.6 0 1 0 7.8 7.8z" />,
  wallet: (
    <path d="M3 5.6h12.4v10H3zM15.4 5.6V3.8H5.2A2.2 2.2 0 0 0 3 5.6M12.4 10.6h4.8v-2.4h-4.8a1.2 1.2 0 0 0 0 2.4z" />
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

/** A sign beside a word of the interface. Decorative. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="i"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {ICONS[name]}
    </svg>
  );
}
