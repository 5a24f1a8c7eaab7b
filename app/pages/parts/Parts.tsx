import { Link } from "wouter";

import type { Part } from "#app/words/acts.ts";

/** A sentence whose names stand out and whose objects can be followed. */
export function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, name, href }, index) => {
    const key = `${index}${text}`;
    if (href !== undefined) {
      return (
        <Link key={key} href={href}>
          {text}
        </Link>
      );
    }
    return name === true ? <b key={key}>{text}</b> : <span key={key}>{text}</span>;
  });
}
