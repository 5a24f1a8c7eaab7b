import { Glyph } from "#app/components/Glyph.tsx";

/** Why an act is closed: the rule, what is the case, what helps. In place of a bare grey button. */
export function Why({
  question,
  why,
  open = false,
}: {
  /** "Why can’t I enact it?" */
  readonly question: string;
  readonly why: { readonly rule: string; readonly now: string; readonly helps: string };
  readonly open?: boolean;
}) {
  return (
    <details className="why" open={open}>
      <summary>
        <Glyph name="question" size={18} />
        <span>{question}</span>
      </summary>
      <dl>
        <dt>The rule</dt>
        <dd>{why.rule}</dd>
        <dt>Right now</dt>
        <dd>{why.now}</dd>
        <dt>What helps</dt>
        <dd>{why.helps}</dd>
      </dl>
    </details>
  );
}
