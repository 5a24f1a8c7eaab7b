import { useState } from "react";
import type { Address } from "viem";

import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { TextField } from "#app/components/Field.tsx";
import { Ringmark } from "#app/components/Ringmark.tsx";
import { useSession } from "#app/model/session.ts";
import { useView } from "#app/model/view.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** Names that the reader gives to addresses. */
export function Names() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="link" onClick={() => setOpen(true)}>
        Names
      </Button>
      {open ? <NamesDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NamesDialog({ onClose }: { readonly onClose: () => void }) {
  const { book, source } = useSession();
  const { organisation } = useView();
  const own = useStore(book.names);
  const served = new Map(
    Object.entries(source.guide.people).map(([address, name]) => [address.toLowerCase(), name]),
  );
  const known = (person: Address) =>
    own[person.toLowerCase()] ?? served.get(person.toLowerCase()) ?? "";
  // Fixed when the dialog opens: a row must not jump away while its name is written.
  const [people] = useState(() =>
    peopleIn(organisation).toSorted((a, b) => known(a).localeCompare(known(b))),
  );
  return (
    <Dialog title="Names" open onClose={onClose}>
      <div className="sin">
        <p className="note">
          The record knows addresses only. These names come from whoever serves this page; the ones
          you write stay on this device, and go before theirs.
        </p>
        <ul className="people named">
          {people.map((person) => (
            <li key={person}>
              <Ringmark address={person} size={30} />
              <TextField
                label={person}
                value={own[person.toLowerCase()] ?? ""}
                placeholder={served.get(person.toLowerCase()) ?? "No name yet"}
                onChange={(name) => book.call(person, name)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** Everybody that the record names: partners, and whom money went to. */
function peopleIn({ partners, announcements }: Organisation): readonly Address[] {
  const all = [
    ...[...partners.values()].map(({ person }) => person),
    ...[...announcements.values()].map(({ payment }) => payment.payee),
  ];
  return [...new Map(all.map((person) => [person.toLowerCase(), person])).values()];
}
