import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { canRemark } from "#app/model/can/canRemark.ts";
import { useView } from "#app/model/view.ts";
import { RemarkForm } from "#app/pages/proposal/RemarkForm.tsx";
import { countText } from "#app/words/lists.ts";
import { REMARKS } from "#app/words/remarks.ts";
import { momentText } from "#app/words/time.ts";
import type { Remark } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** What people said beside the answers that count: questions, replies, reactions, amendments, as one thread. */
export function Thread({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const { remarks } = proposal;
  const live = isUndecided(proposal, view.now);
  if (!live && remarks.length === 0) return null;
  return (
    <section className="sec o9" aria-labelledby="said">
      <h2 id="said">
        What was said{remarks.length > 1 && `, ${countText(remarks.length, "remark")}`}
      </h2>
      {remarks.length === 0 && (
        <p className="quiet">Nothing yet. A question costs nothing and stops nothing.</p>
      )}
      <ol className="thread">
        {remarks.map((remark) => (
          <Said
            key={`${remark.by}${remark.at}${remark.kind}`}
            proposal={proposal}
            remark={remark}
          />
        ))}
      </ol>
      {live && <RemarkForm proposal={proposal} can={canRemark(view, proposal)} />}
    </section>
  );
}

function Said({ proposal, remark }: { readonly proposal: Proposal; readonly remark: Remark }) {
  const { nameOf } = useView();
  const { kind, by, about, text, at, version } = remark;
  const { word, glyph } = REMARKS[kind];
  const current = currentVersion(proposal).version;
  const where = [
    ...(about === null ? [] : [`about the objection of ${nameOf(about)}`]),
    ...(version === current ? [] : [`on version ${version}`]),
    momentText(at),
  ];
  return (
    <li>
      <header className="pair">
        <Person
          address={by}
          name={nameOf(by)}
          role={
            by.toLowerCase() === proposal.proposer.toLowerCase() ? `${word}, as proposer` : word
          }
          note={where.join(", ")}
        />
        <Glyph name={glyph} size={18} />
      </header>
      <p className="read">{text}</p>
    </li>
  );
}
