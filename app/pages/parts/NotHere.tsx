import { Button } from "#app/components/Button.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { useView } from "#app/model/view.ts";

interface Props {
  readonly what: "circle" | "role" | "proposal" | "election" | "meeting";
  readonly id: bigint;
}

/** For addresses of what is not there, or no longer. */
export function NotHere({ what, id }: Props) {
  const { organisation, block } = useView();
  const removed = organisation.removedRoles.get(id);
  return (
    <div className="empty">
      <title>{`No ${what} here`}</title>
      <Glyph name="unfilled" size={38} />
      <h1>
        {removed === undefined ? `No ${what} has this number` : `${removed.words.name} was removed`}
      </h1>
      <p className="note">
        {removed === undefined
          ? `True at block ${block}. Perhaps the address names another organisation.`
          : "What it did stands in the history."}
      </p>
      <Button href={removed === undefined ? "/" : "/history"}>
        {removed === undefined ? "To the map" : "To the history"}
      </Button>
    </div>
  );
}
