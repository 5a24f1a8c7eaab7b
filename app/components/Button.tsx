import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

import type { IconName } from "#app/components/Icon.tsx";
import { Icon } from "#app/components/Icon.tsx";

interface Look {
  readonly kind?: "plain" | "main" | "link" | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

export interface ButtonProps
  extends Look,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "className" | "type"> {
  /** A hash route: then it is a link. */
  readonly href?: string | undefined;
  readonly type?: "button" | "submit";
  readonly ref?: Ref<HTMLButtonElement>;
}

function classOf({ kind = "plain", small = false }: Look): string {
  if (kind === "link") return "link";
  return ["btn", kind === "main" ? "main" : "", small ? "small" : ""].filter(Boolean).join(" ");
}

/** Something to press; with `href` the same look for a page to go to. */
export function Button({
  kind,
  small,
  icon,
  href,
  type = "button",
  children,
  ...native
}: ButtonProps) {
  const look: Look = { kind, small, icon, children };
  const inside = (
    <>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a className={classOf(look)} href={`#${href}`}>
        {inside}
      </a>
    );
  }
  return (
    <button {...native} type={type} className={classOf(look)}>
      {inside}
    </button>
  );
}
