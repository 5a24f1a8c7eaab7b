import { Bones } from "#app/components/Bones.tsx";
import { Logo } from "#app/components/Logo.tsx";
import { Notice } from "#app/components/Notice.tsx";

/** The shape of the page while its history is being read and proved. */
export function Loading() {
  return (
    <>
      <title>Consentric</title>
      <BareTop />
      <main id="main" className="reading" aria-busy="true">
        <svg className="ringbones" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
          <circle className="in" cx="100" cy="100" r="96" />
          <circle cx="100" cy="100" r="92" />
          <circle cx="100" cy="62" r="26" />
          <circle cx="62" cy="124" r="26" />
          <circle cx="138" cy="124" r="26" />
        </svg>
        <Bones rows={5} note="Reading the history, and proving it on this device." />
      </main>
    </>
  );
}

/** The page does not know where to read. */
export function NoSource({ problem }: { readonly problem: string }) {
  return (
    <>
      <title>Nowhere to read · Consentric</title>
      <BareTop />
      <main id="main">
        <div className="wrongpage">
          <h1>Where is the record?</h1>
          <Notice tone="bad" title="This page does not know where to read">
            <p>{problem}</p>
          </Notice>
          <p className="note">
            Whoever serves this page puts deployment.json beside it. On your own machine, npm start
            does.
          </p>
        </div>
      </main>
    </>
  );
}

export function BareTop() {
  return (
    <header className="top">
      <div className="bar">
        <span className="org">
          <Logo />
          <span>Consentric</span>
        </span>
      </div>
    </header>
  );
}
