import { useLocation } from "wouter";

import { Icon, type IconName } from "#app/components/Icon.tsx";
import { Logo } from "#app/components/Logo.tsx";
import { Ringmark } from "#app/components/Ringmark.tsx";
import { useView } from "#app/model/view.ts";
import { Find } from "#app/shell/Find.tsx";
import { Proof } from "#app/shell/Proof.tsx";
import { useWaiting } from "#app/shell/useWaiting.ts";
import { useConnect } from "#app/sign/SignProvider.tsx";

interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Whether a path belongs to it. */
  readonly holds: (path: string) => boolean;
}

/** Pages of a circle, and of what happens in one. */
const INSIDE = /^\/(circle|role|election|meeting)\/[^/]+$/;

const PLACES: readonly Place[] = [
  { href: "/waiting", label: "Waiting", icon: "waiting", holds: (path) => path === "/waiting" },
  {
    href: "/",
    label: "Map",
    icon: "map",
    holds: (path) => path === "/" || path === "/people" || INSIDE.test(path),
  },
  {
    href: "/proposals",
    label: "Proposals",
    icon: "proposals",
    holds: (path) => path.startsWith("/proposal") || path.endsWith("/propose"),
  },
  {
    href: "/treasury",
    label: "Treasury",
    icon: "treasury",
    holds: (path) => path.startsWith("/treasury"),
  },
  {
    href: "/history",
    label: "History",
    icon: "history",
    holds: (path) => path.startsWith("/history"),
  },
];

export function Header() {
  const { organisation } = useView();
  const [path] = useLocation();
  const name = organisation.roles.get(organisation.anchor)?.words.name ?? "";
  return (
    <header className="top">
      <div className="bar">
        <a className="org" href="#/">
          <Logo />
          <span>{name}</span>
        </a>
        <nav className="nav" aria-label="Pages">
          {PLACES.map(({ href, label, holds }) => (
            <a key={href} href={`#${href}`} aria-current={holds(path) ? "page" : undefined}>
              <span>{label}</span>
              {href === "/waiting" ? <Count /> : null}
            </a>
          ))}
        </nav>
        <div className="tools">
          <Find />
          <Proof />
          <Me />
        </div>
      </div>
    </header>
  );
}

/** The same pages at the bottom of a small screen. */
export function Dock() {
  const [path] = useLocation();
  return (
    <nav className="dock" aria-label="Pages, below">
      {PLACES.map(({ href, label, icon, holds }) => (
        <a key={href} href={`#${href}`} aria-current={holds(path) ? "page" : undefined}>
          <Icon name={icon} size={22} />
          <span>{label}</span>
          {href === "/waiting" ? <Count /> : null}
        </a>
      ))}
    </nav>
  );
}

function Count() {
  const count = useWaiting();
  if (count === 0) return null;
  return (
    <i className="count">
      <span className="vh">, </span>
      {count}
    </i>
  );
}

/** Who acts, and a way to be somebody else. */
function Me() {
  const { me, nameOf } = useView();
  const connect = useConnect();
  if (me === null) {
    return (
      <button type="button" className="me" onClick={connect}>
        <Icon name="wallet" size={20} />
        <span>
          Nobody yet<span className="vh">: you only look around. Say who you are</span>
        </span>
        <Icon name="down" size={16} />
      </button>
    );
  }
  return (
    <button type="button" className="me" title={me} onClick={connect}>
      <Ringmark address={me} size={30} />
      <span>
        <span className="vh">You act as </span>
        {nameOf(me)}
        <span className="vh">. Change</span>
      </span>
      <Icon name="down" size={16} />
    </button>
  );
}
