import { Button } from "#app/components/Button.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { useWindow } from "#app/model/useWindow.ts";
import { useView } from "#app/model/view.ts";
import { Anyone } from "#app/pages/waiting/Anyone.tsx";
import { ItemCard } from "#app/pages/waiting/ItemCard.tsx";
import { Lately } from "#app/pages/waiting/Lately.tsx";
import { Places } from "#app/pages/waiting/Places.tsx";
import { waitingFor } from "#app/pages/waiting/waitingFor.ts";
import { numberWord } from "#app/words/lists.ts";
import { momentText } from "#app/words/time.ts";

/** What asks something of the reader, by the time left. */
export function WaitingPage() {
  const view = useView();
  const { me, now, nameOf } = view;
  const items = waitingFor(view);
  const first = items.find(({ until }) => until !== null)?.until ?? null;
  useWindow(first);
  if (me === null) return <Nobody />;
  const name = nameOf(me).split(" ")[0] ?? "";
  return (
    <>
      <title>Waiting</title>
      <header className="head greet">
        <h1>
          {greeting(now)}, {name}.
        </h1>
        <p className="lede">
          {items.length === 0
            ? "Nothing waits for you."
            : `${numberWord(items.length)} ${items.length === 1 ? "thing waits" : "things wait"} for you.`}
          {first !== null && ` The first closes ${momentText(first)}.`}
        </p>
      </header>
      <div className="cols">
        <div>
          {items.length === 0 && <h2 className="vh">Waiting for you</h2>}
          {items.length === 0 && (
            <Empty
              glyph="adopted"
              title="Proposals to answer, roles to accept and spending in your circles stand here"
            >
              Until then: your roles are yours to act in.
            </Empty>
          )}
          <ul className="wait">
            {items.map((item) => (
              <ItemCard key={item.key} item={item} />
            ))}
          </ul>
          <Anyone />
        </div>
        <aside className="side" aria-label="Where you stand">
          <Places />
          <Lately />
        </aside>
      </div>
    </>
  );
}

function greeting(now: number): string {
  const hour = new Date(now * 1000).getHours();
  if (hour < 5) return "Good night";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

/** For somebody who has not said who they are. */
function Nobody() {
  return (
    <>
      <title>Waiting</title>
      <header className="head greet">
        <h1>Nobody in particular</h1>
        <p className="lede">Everything can be read without saying who you are.</p>
      </header>
      <div className="cols">
        <div>
          <h2 className="vh">Waiting for you</h2>
          <Empty
            glyph="waiting"
            title="What waits for you would stand here"
            act={<Button href="/proposals">All proposals</Button>}
          >
            Say who you are, at the top of the page.
          </Empty>
          <Anyone />
        </div>
        <aside className="side" aria-label="Lately">
          <Lately />
        </aside>
      </div>
    </>
  );
}
