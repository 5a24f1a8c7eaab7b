import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { Icon } from "#app/components/Icon.tsx";

/** Begin at what the dialog is for, `data-first`, else at the dialog itself: never at its way out. */
function beginAtFirst(event: Event): void {
  const sheet = event.currentTarget;
  if (!(sheet instanceof HTMLElement)) return;
  event.preventDefault();
  const first = sheet.querySelector<HTMLElement>("[data-first]") ?? sheet;
  first.focus({ preventScroll: true });
}

/** A sheet over the page: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({
  title,
  head,
  open,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string;
  /** What stands in the head in place of the title; the title is then read out only. */
  readonly head?: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="scrim">
          <Radix.Content
            className={wide ? "sheet wide" : "sheet"}
            aria-describedby={undefined}
            onOpenAutoFocus={beginAtFirst}
          >
            <header className="sh">
              {head === undefined ? (
                <Radix.Title>{title}</Radix.Title>
              ) : (
                <>
                  <Radix.Title className="vh">{title}</Radix.Title>
                  <div className="shwho">{head}</div>
                </>
              )}
              <Radix.Close className="x" aria-label="Close">
                <Icon name="close" size={20} />
              </Radix.Close>
            </header>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
