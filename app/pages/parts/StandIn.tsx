import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { canEndStandIn } from "#app/model/can/canEndStandIn.ts";
import { canStandIn } from "#app/model/can/canStandIn.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { declaredText, holderText } from "#app/model/can/officers.ts";
import { useSign, useView } from "#app/model/view.ts";
import { named } from "#app/pages/parts/speaking.ts";
import { OFFICE_NAMES } from "#sdk/acts/names.ts";
import type { Office } from "#sdk/chronicle/offices.ts";

interface Props {
  readonly matter: Matter;
  readonly office: Office;
}

/** Who acts for an office in a matter, and declaring to stand in; its holder ends what somebody else has declared. */
export function StandIn({ matter, office }: Props) {
  const view = useView();
  const sign = useSign();
  const { contracts } = view;
  const { family, id, circle } = matter;
  const name = OFFICE_NAMES[office];
  const data = { process: contracts[family], matter: id, circle, office };
  return (
    <div className="standin">
      <p className="note">
        {holderText(view, circle, office)}
        {declaredText(view, matter, office)}
      </p>
      {canEndStandIn(view, matter, office).ok && (
        <Button small onClick={() => sign("endStandIn", data, { circle })}>
          Act as {name} yourself
        </Button>
      )}
      <Act
        can={named(view, canStandIn(view, matter, office))}
        question={`Why can’t I stand in as ${name}?`}
        small
        onAct={() => sign("standIn", data, { circle })}
      >
        Stand in as {name}
      </Act>
    </div>
  );
}
