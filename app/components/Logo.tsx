/** Two open rings around a core. */
export function Logo({ size = 30 }: { readonly size?: number }) {
  return (
    <svg
      className="logo"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M27.83 22.29A13.4 13.4 0 1 1 27.36 8.9" />
      <path d="M24.15 13.97A8.4 8.4 0 1 1 18.32 7.93" />
      <circle className="core" cx="16" cy="16" r="3.4" />
    </svg>
  );
}
