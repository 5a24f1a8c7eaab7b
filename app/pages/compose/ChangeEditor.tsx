import { SelectField, TextField } from "#app/components/Field.tsx";
import { useView } from "#app/model/view.ts";
import { begin } from "#app/pages/compose/begin.ts";
import { DateField } from "#app/pages/compose/DateField.tsx";
import { Entries } from "#app/pages/compose/Entries.tsx";
import { Kinds } from "#app/pages/compose/Kinds.tsx";
import { NumberField } from "#app/pages/compose/NumberField.tsx";
import { Origins } from "#app/pages/compose/Origins.tsx";
import { Settings } from "#app/pages/compose/Settings.tsx";
import { placesOf, targetsOf } from "#app/pages/compose/targetsOf.ts";
import { roleName } from "#app/words/changes.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { faultsOf, hasWords, isMove } from "#app/words/draft.ts";
import { MOST_NAME, MOST_TEXT } from "#app/words/limits.ts";
import { listText } from "#app/words/lists.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";

/** Most of those who fill a role. */
const MOST_VOICES = 64;

interface Props {
  readonly change: DraftChange;
  readonly place: number;
  readonly circle: bigint;
  readonly changes: readonly DraftChange[];
  readonly tried: boolean;
  readonly onChange: (change: DraftChange) => void;
}

/** The fields of one change. */
export function ChangeEditor({ change, place, circle, changes, tried, onChange }: Props) {
  const { organisation } = useView();
  const { kind } = change;
  const atAnchor = circle === organisation.anchor;
  const faults = tried ? faultsOf(change, atAnchor) : {};
  const set = (part: Partial<DraftChange>) => onChange({ ...change, ...part });
  const targets = targetsOf(organisation, circle, kind, changes.slice(0, place));
  return (
    <div className="form editor">
      {targets !== undefined && (
        <SelectField
          label={targets.label}
          value={change.target}
          options={targets.options}
          hint={targets.hint}
          onChange={(target) =>
            onChange(
              kind === ChangeKind.CreateRole
                ? { ...change, target }
                : begin(organisation, circle, kind, BigInt(target || "0"), changes.slice(0, place)),
            )
          }
        />
      )}
      {hasWords(kind) && <Worded {...{ change, circle, faults, set }} />}
      {isMove(kind) && (
        <Goal {...{ change, circle, faults, set }} earlier={changes.slice(0, place)} />
      )}
      {kind === ChangeKind.LimitRole && (
        <NumberField
          label="How many of those who fill it speak for it"
          value={Number(change.place)}
          most={MOST_VOICES}
          onChange={(limit) => set({ place: String(limit) })}
          hint={`Empty: all of them. Whoever fills it first takes a voice first; the others fill it without being members of ${roleName(organisation, circle)} for it.`}
        />
      )}
      {kind === ChangeKind.Configure && (
        <Settings change={change} circle={circle} fault={faults.days} set={set} />
      )}
      {kind === ChangeKind.RemoveRole && <RemovalNote target={BigInt(change.target || "0")} />}
    </div>
  );
}

interface WordedProps {
  readonly change: DraftChange;
  readonly circle: bigint;
  readonly faults: ReturnType<typeof faultsOf>;
  readonly set: (part: Partial<DraftChange>) => void;
}

/** What a role or a policy says. */
function Worded({ change, circle, faults, set }: WordedProps) {
  const { kind } = change;
  const policy = kind === ChangeKind.AdoptPolicy || kind === ChangeKind.AmendPolicy;
  return (
    <>
      <TextField
        label={policy ? "Title" : "Name"}
        value={change.name}
        maxBytes={MOST_NAME}
        onChange={(name) => set({ name })}
        error={faults.name}
      />
      <TextField
        label={policy ? "Wording" : "Purpose"}
        value={change.text}
        rows={policy ? 5 : 2}
        maxBytes={MOST_TEXT}
        onChange={(text) => set({ text })}
        error={faults.text}
        hint={
          policy
            ? "What is allowed, required or limited, and for whom."
            : "What is true when it succeeds."
        }
      />
      {!policy && (
        <>
          <Entries
            title="Domains"
            one="domain"
            hint="What it alone may control."
            entries={change.domains}
            onChange={(domains) => set({ domains })}
          />
          <Origins {...{ change, circle, set }} />
          <Entries
            title="Accountabilities"
            one="accountability"
            hint="What others may expect of it: begin with a verb."
            entries={change.accountabilities}
            onChange={(accountabilities) => set({ accountabilities })}
          />
          {faults.lists !== undefined && (
            <p className="fielderror" role="alert">
              {faults.lists}
            </p>
          )}
        </>
      )}
      {policy && (
        <Kinds tags={change.tags} fault={faults.tags} onChange={(tags) => set({ tags })} />
      )}
      {policy && (
        <DateField
          label="To be looked at again on"
          value={change.reviewOn}
          hint="A reminder, no end: leave it empty for never."
          onChange={(reviewOn) => set({ reviewOn })}
        />
      )}
    </>
  );
}

interface GoalProps {
  readonly change: DraftChange;
  readonly circle: bigint;
  readonly earlier: readonly DraftChange[];
  readonly faults: ReturnType<typeof faultsOf>;
  readonly set: (part: Partial<DraftChange>) => void;
}

/** Where something moves, and why it belongs there. */
function Goal({ change, circle, earlier, faults, set }: GoalProps) {
  const { organisation } = useView();
  const places = placesOf(organisation, circle, change, earlier);
  return (
    <>
      {places.options.length > 0 && (
        <SelectField
          label={places.label}
          value={change.place}
          options={places.options}
          onChange={(to) => set({ place: to })}
        />
      )}
      {faults.place !== undefined && (
        <p className="fielderror" role="alert">
          {faults.place}
        </p>
      )}
      <TextField
        label="Why it belongs there"
        hint="It goes into the record with the move."
        value={change.text}
        rows={3}
        maxBytes={MOST_TEXT}
        onChange={(text) => set({ text })}
        error={faults.text}
      />
      {change.kind === ChangeKind.MoveRole && <MoveNote {...{ change, circle }} />}
    </>
  );
}

/** Who moves with a role. */
function MoveNote({ change, circle }: Pick<GoalProps, "change" | "circle">) {
  const { organisation, nameOf } = useView();
  const role = organisation.roles.get(BigInt(change.target || "0"));
  if (role === undefined) return null;
  const people = [...role.fillers, ...role.reps].map(nameOf);
  const goes =
    people.length === 0
      ? "Nobody fills it."
      : `${listText(people, 4)} ${people.length === 1 ? "goes" : "go"} with it`;
  if (people.length === 0) return <p className="note">{goes}</p>;
  const from = roleName(organisation, role.circle ?? circle);
  return (
    <p className="note">
      {goes}: {people.length === 1 ? "a member" : "members"} where it stands then, and no longer of{" "}
      {from} for it.
    </p>
  );
}

function RemovalNote({ target }: { readonly target: bigint }) {
  const { organisation, nameOf } = useView();
  const role = organisation.roles.get(target);
  if (role === undefined) return null;
  if (role.inner.length + role.policies.length > 0) {
    return (
      <p className="fielderror">
        {role.words.name} still holds roles or policies; only an empty role can be removed.
      </p>
    );
  }
  const names = role.fillers.map(nameOf);
  if (names.length === 0) return <p className="note">Nobody fills it; nobody loses anything.</p>;
  return <p className="note">It ends the assignment of {names.join(", ")}.</p>;
}
