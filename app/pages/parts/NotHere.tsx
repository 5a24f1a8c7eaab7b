import { Button } from "#app/components/Button.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { useView } from "#app/model/view.ts";

interface Props {
  readonly what: "circle" | "role" | "proposal";
  readonly id: bigint;
}

/** For addresses of what is not there, or no longer. */
export function NotHere({ what, id }: Props) {
  const { organisation, block } = useView();
  const removed = organisation.removedRoles.get(id);
  return (
    <>
      <title>{`No ${what} here`}</title>
      <Empty
        glyph="unfilled"
        title={
          removed === undefined ? `No ${what} has this number` : `${removed.words.name} was removed`
        }
        act={
          <Button href={removed === undefined ? "/" : "/history"}>
            {removed === undefined ? "To the map" : "Its history"}
          </Button>
        }
      >
        {removed === undefined
          ? `True at block ${block}. Perhaps the address names another organisation.`
          : "What it did stands in the history."}
      </Empty>
    </>
  );
}
