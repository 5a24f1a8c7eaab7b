import { useView } from "#app/model/view.ts";
import { Leaf } from "#app/pages/parts/Spread.tsx";
import type { Special } from "#app/words/special.ts";
import { specialAfter, specialNow } from "#app/words/special.ts";
import type { Change } from "#sdk/chronicle/events.ts";

interface Props {
  readonly change: Change;
  readonly against?: { readonly change: Change | undefined; readonly label: string } | undefined;
  readonly label: string;
  readonly today: string;
}

/** A change of what decides, pays or binds, before and after: what it says, and the contract or text that it names. */
export function SpecialSpread({ change, against, label, today }: Props) {
  const { organisation } = useView();
  const before =
    against === undefined
      ? specialNow(organisation, change)
      : against.change === undefined
        ? null
        : specialAfter(against.change);
  return (
    <div className="spread">
      <Page
        label={against?.label ?? today}
        special={before}
        none={
          against === undefined
            ? "This contract may do nothing here."
            : "This change was not part of it."
        }
      />
      <Page label={label} special={specialAfter(change)} none="" />
    </div>
  );
}

function Page({
  label,
  special,
  none,
}: {
  readonly label: string;
  readonly special: Special | null;
  readonly none: string;
}) {
  if (special === null) return <Leaf label={label} none={none} />;
  return (
    <Leaf label={label} none="">
      <p className="poltext">{special.sentence}</p>
      <p className="mono named">{special.named}</p>
    </Leaf>
  );
}
