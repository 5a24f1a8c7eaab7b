import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { Bones } from "#app/components/Bones.tsx";
import { LabStrip } from "#app/lab/LabStrip.tsx";
import { useView, WindowContext } from "#app/model/view.ts";
import { Banner } from "#app/shell/Banner.tsx";
import { Boundary } from "#app/shell/Boundary.tsx";
import { Footer } from "#app/shell/Footer.tsx";
import { Dock, Header } from "#app/shell/Header.tsx";
import { Pages } from "#app/shell/Pages.tsx";
import { Live } from "#app/sign/Live.tsx";
import { Tray } from "#app/sign/Tray.tsx";

/** What stands around every page. */
export function Shell() {
  const { local } = useView();
  const [closesAt, setClosesAt] = useState<number | null>(null);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  useArrival(main, path);
  const skip = useCallback(() => main.current?.focus(), []);
  return (
    <WindowContext value={setClosesAt}>
      <button type="button" className="skip" onClick={skip}>
        Skip to the page
      </button>
      {local ? <LabStrip closesAt={closesAt} /> : null}
      <Header />
      <Banner />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary key={path}>
          <Suspense fallback={<Bones rows={5} />}>
            <Pages />
          </Suspense>
        </Boundary>
      </main>
      <Footer />
      <Dock />
      <Tray />
      <Live />
    </WindowContext>
  );
}

/** On another page, begin at its top, for eyes and for the keyboard. */
function useArrival(main: { readonly current: HTMLElement | null }, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [main, path]);
}
