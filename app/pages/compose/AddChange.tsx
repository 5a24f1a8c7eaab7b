import { useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { useView } from "#app/model/view.ts";
import { targetsOf } from "#app/pages/compose/targetsOf.ts";
import { CHANGE_NAMES } from "#app/words/changes.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";

const KINDS = [
  ChangeKind.CreateRole,
  ChangeKind.AmendRole,
  ChangeKind.RemoveRole,
  ChangeKind.MoveRole,
  ChangeKind.LimitRole,
  ChangeKind.AdoptPolicy,
  ChangeKind.AmendPolicy,
  ChangeKind.RepealPolicy,
  ChangeKind.MovePolicy,
  ChangeKind.Configure,
] as const;

interface Props {
  readonly circle: bigint;
  readonly none: boolean;
  readonly onAdd: (kind: ChangeKind, target: bigint) => void;
}

/** The kinds of change that there is something for in a circle. */
export function AddChange({ circle, none, onAdd }: Props) {
  const { organisation } = useView();
  const [open, setOpen] = useState(none);
  if (!open) {
    return (
      <div>
        <Button icon="plus" onClick={() => setOpen(true)}>
          Add a change
        </Button>
      </div>
    );
  }
  return (
    <div className="kinds">
      <p className="label">{none ? "What should be otherwise?" : "Add a change"}</p>
      <ul>
        {KINDS.map((kind) => {
          const targets = targetsOf(organisation, circle, kind);
          const target = targets?.options[0]?.value;
          if (targets !== undefined && target === undefined) return null;
          return (
            <li key={kind}>
              <Button
                small
                onClick={() => {
                  setOpen(false);
                  onAdd(kind, BigInt(target ?? "0"));
                }}
              >
                {CHANGE_NAMES[kind]}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
