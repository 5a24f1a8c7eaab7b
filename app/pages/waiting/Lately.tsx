import { Link } from "wouter";

import { useView } from "#app/model/view.ts";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { dayText } from "#app/words/time.ts";

const LATELY = 6;

/** The last acts of anybody. */
export function Lately() {
  const { organisation } = useView();
  const last = organisation.acts.slice(-LATELY).reverse();
  return (
    <section className="sec" aria-labelledby="lately">
      <h2 id="lately">Lately</h2>
      <p className="note">The last act was on {dayText(organisation.head.time)}.</p>
      <Timeline acts={last} />
      <Link href="/history">All acts</Link>
    </section>
  );
}
