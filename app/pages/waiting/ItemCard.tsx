import { Link } from "wouter";

import { Button } from "#app/components/Button.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { useSign, useView } from "#app/model/view.ts";
import { useGo } from "#app/pages/parts/useGo.ts";
import type { Item, ItemAct } from "#app/pages/waiting/item.ts";
import { leftText } from "#app/words/time.ts";

/** Something that waits: how long, what, why the reader, what can be done, what silence does. */
export function ItemCard({ item }: { readonly item: Item }) {
  const { now, nameOf } = useView();
  const { mark, until, by, announcement } = item;
  return (
    <li>
      <div className="r">
        {"glyph" in mark ? (
          <Glyph name={mark.glyph} size={44} />
        ) : (
          <MiniRing {...mark} now={now} size={56} />
        )}
        <span className="num">{until === null ? "no limit" : leftText(until - now)}</span>
      </div>
      <div>
        <p className="k">{item.label}</p>
        <h2>
          <Link href={item.href} state={announcement === undefined ? null : { announcement }}>
            {item.title}
          </Link>
        </h2>
        {by !== undefined && (
          <Person address={by.person} name={nameOf(by.person)} role={by.role} note={by.note} />
        )}
        <p className="because">{item.because}</p>
        <div className="acts">
          {item.acts.map((act) => (
            <ActButton key={act.label} act={act} />
          ))}
        </div>
        <p className="note">{item.silence}</p>
      </div>
    </li>
  );
}

/** What can be done about it, to press. */
export function ActButton({ act }: { readonly act: ItemAct }) {
  const sign = useSign();
  const go = useGo();
  if ("sign" in act) {
    return (
      <Button small onClick={() => act.sign(sign)}>
        {act.label}
      </Button>
    );
  }
  const { href, announcement } = act;
  return (
    <Button
      small
      onClick={() => go(href, announcement === undefined ? undefined : { announcement })}
    >
      {act.label}
    </Button>
  );
}
