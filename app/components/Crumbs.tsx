import { Fragment } from "react";

import { Icon } from "#app/components/Icon.tsx";

/** Where a page stands; the last one is the page itself. */
export function Crumbs({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly href?: string }[];
}) {
  return (
    <nav className="crumbs" aria-label="Where you are">
      {items.map(({ label, href }, i) => (
        <Fragment key={href ?? label}>
          {i === 0 ? null : <Icon name="next" size={14} />}
          {href === undefined ? (
            <span aria-current={i === items.length - 1 ? "page" : undefined}>{label}</span>
          ) : (
            <a href={`#${href}`}>{label}</a>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
