import type { ReactNode } from "react";

import { Button } from "#app/components/Button.tsx";
import { Why } from "#app/components/Why.tsx";
import type { Can } from "#app/model/can/can.ts";

/** An act's button; where the act is closed, why. */
export function Act({
  can,
  question,
  onAct,
  kind,
  small,
  open = false,
  children,
}: {
  readonly can: Can;
  /** "Why can’t I enact it?" */
  readonly question: string;
  readonly onAct: () => void;
  readonly kind?: "plain" | "main" | "link";
  readonly small?: boolean;
  /** Whether the reasons are unfolded from the start. */
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  if (!can.ok) return <Why question={question} why={can} open={open} />;
  return (
    <Button kind={kind} small={small} onClick={onAct}>
      {children}
    </Button>
  );
}
