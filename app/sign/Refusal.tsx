import { Button } from "#app/components/Button.tsx";
import { Notice } from "#app/components/Notice.tsx";
import type { Refusal as Refused } from "#sdk/errors/decode.ts";

/** Why a contract refuses: the rule, its word for it, that nothing moved, and what comes next. */
export function Refusal({
  refusal,
  signed,
  onRetry,
}: {
  readonly refusal: Refused;
  readonly signed: boolean;
  readonly onRetry?: () => void;
}) {
  return (
    <Notice tone="bad" title={signed ? "It was refused" : "It would be refused"}>
      <p>
        {refusal.sentence}{" "}
        {refusal.name === "" ? null : (
          <>
            The contract’s word is <code className="mono">{refusal.name}</code>.
          </>
        )}
      </p>
      <p>
        {signed
          ? "Nothing moved but what the chain asks for trying."
          : "Nothing was signed, and nothing moved."}
      </p>
      <p>
        <b>What helps:</b> {refusal.hint}
      </p>
      {onRetry === undefined ? null : (
        <div className="acts">
          <Button small onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </Notice>
  );
}
