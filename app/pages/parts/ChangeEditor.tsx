import { useId } from "react";

import { Button } from "#app/components/Button.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { faultsOf, hasWords, startChange } from "#app/words/draft.ts";
import { bytesOf, MOST_ITEM, MOST_ITEMS, MOST_NAME, MOST_TEXT } from "#app/words/limits.ts";
import { tagNames } from "#sdk/acts/names.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";
import { has, Tags } from "#sdk/flags.ts";

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
  const policy = kind === ChangeKind.AdoptPolicy || kind === ChangeKind.AmendPolicy;
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
                : startChange(organisation, circle, kind, BigInt(target || "0")),
            )
          }
        />
      )}
      {hasWords(kind) && (
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
        </>
      )}
      {hasWords(kind) && !policy && (
        <>
          <Entries
            title="Domains"
            one="domain"
            hint="What it alone may control."
            entries={change.domains}
            onChange={(domains) => set({ domains })}
          />
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
      {kind === ChangeKind.Configure && (
        <Settings
          change={change}
          atAnchor={atAnchor}
          circle={circle}
          fault={faults.days}
          set={set}
        />
      )}
      {kind === ChangeKind.RemoveRole && <RemovalNote target={BigInt(change.target || "0")} />}
    </div>
  );
}

interface SettingsProps {
  readonly change: DraftChange;
  readonly atAnchor: boolean;
  readonly circle: bigint;
  readonly fault: string | undefined;
  readonly set: (part: Partial<DraftChange>) => void;
}

function Settings({ change, atAnchor, circle, fault, set }: SettingsProps) {
  const { organisation } = useView();
  const inner = organisation.roles.get(circle)?.inner ?? [];
  const named = inner.map((id) => ({ value: String(id), label: roleName(organisation, id) }));
  return (
    <>
      <TextField
        label="Window in days"
        inputMode="numeric"
        value={change.days}
        onChange={(days) => set({ days })}
        error={fault}
        hint={
          atAnchor
            ? "How long silence is not yet consent: 3 to 60 days. Circles without a window of their own share it."
            : "How long silence is not yet consent: 3 to 60 days. Empty: as the outermost circle has it."
        }
      />
      {atAnchor && (
        <>
          <SelectField
            label="Who admits partners"
            value={change.admission}
            options={[{ value: "0", label: "nobody needs to: everybody may join" }, ...named]}
            onChange={(admission) => set({ admission })}
          />
          <SelectField
            label="Who offers its roles while nobody leads it"
            value={change.assigner}
            options={[{ value: "0", label: "nobody" }, ...named]}
            onChange={(assigner) => set({ assigner })}
          />
        </>
      )}
    </>
  );
}

/** What kinds of policy it is: at least one. */
function Kinds({
  tags,
  fault,
  onChange,
}: {
  readonly tags: number;
  readonly fault: string | undefined;
  readonly onChange: (tags: number) => void;
}) {
  return (
    <fieldset className="entries">
      <legend>What kind of policy it is</legend>
      {POLICY_KINDS.map((tag) => (
        <label className="check" key={tag}>
          <input type="checkbox" checked={has(tags, tag)} onChange={() => onChange(tags ^ tag)} />
          It {tagNames(tag).join("")}
        </label>
      ))}
      {fault !== undefined && (
        <p className="fielderror" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

const POLICY_KINDS = [Tags.CONSTRAINT, Tags.GRANT, Tags.DOMAIN, Tags.DEFAULT] as const;

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

interface EntriesProps {
  readonly title: string;
  readonly one: string;
  readonly hint: string;
  readonly entries: readonly string[];
  readonly onChange: (entries: readonly string[]) => void;
}

/** A list of short texts, each to be written, taken out, or added. */
function Entries({ title, one, hint, entries, onChange }: EntriesProps) {
  const id = useId();
  const replace = (index: number, text: string) =>
    onChange(entries.map((entry, at) => (at === index ? text : entry)));
  return (
    <fieldset className="entries" aria-describedby={`${id}-hint`}>
      <legend>{title}</legend>
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
      {entries.map((entry, index) => {
        const bytes = bytesOf(entry.trim());
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          <div className="entry" key={index}>
            <textarea
              aria-label={`${title}, ${index + 1}`}
              rows={1}
              value={entry}
              aria-invalid={bytes > MOST_ITEM || undefined}
              onChange={(event) => replace(index, event.target.value.replaceAll("\n", " "))}
            />
            <button
              type="button"
              className="link"
              aria-label={`Take out ${one} ${index + 1}`}
              onClick={() => onChange(entries.filter((_, at) => at !== index))}
            >
              Take out
            </button>
            {bytes > MOST_ITEM && (
              <p className="fielderror">
                {bytes - MOST_ITEM} bytes too long: {MOST_ITEM} fit. Perhaps it is two.
              </p>
            )}
          </div>
        );
      })}
      {entries.length < MOST_ITEMS && (
        <Button small icon="plus" onClick={() => onChange([...entries, ""])}>
          Add {one === "accountability" ? "an" : "a"} {one}
        </Button>
      )}
    </fieldset>
  );
}

interface DateProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly onChange: (value: string) => void;
}

function DateField({ label, value, hint, onChange }: DateProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

interface Targets {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What a kind of change can be about in a circle; undefined where there is nothing to choose. */
export function targetsOf(
  organisation: Organisation,
  circle: bigint,
  kind: ChangeKind,
  earlier: readonly DraftChange[] = [],
): Targets | undefined {
  const held = organisation.roles.get(circle);
  if (held === undefined) return undefined;
  const inner = held.inner.flatMap((id) => organisation.roles.get(id) ?? []);
  const option = ({ id, words }: Pick<Role, "id" | "words">) => ({
    value: String(id),
    label: words.name,
  });
  switch (kind) {
    case ChangeKind.CreateRole:
      return {
        label: "Where",
        hint: "A role that gets its first inner role becomes a circle.",
        options: [
          { value: "0", label: `in ${held.words.name}` },
          ...inner
            .filter(({ alive }) => !alive)
            .map((role) => ({ ...option(role), label: `inside ${role.words.name}` })),
          ...earlier.flatMap((change, index) =>
            change.kind === ChangeKind.CreateRole
              ? [
                  {
                    value: String(index + 1),
                    label: `inside ${change.name || "the role"} of change ${index + 1}`,
                  },
                ]
              : [],
          ),
        ],
      };
    case ChangeKind.AmendRole:
      return {
        label: "Which role",
        options: [...inner.map(option), ...(held.circle === null ? [option(held)] : [])],
      };
    case ChangeKind.RemoveRole:
      return { label: "Which role", options: inner.map(option) };
    case ChangeKind.AmendPolicy:
    case ChangeKind.RepealPolicy:
      return {
        label: "Which policy",
        options: held.policies.flatMap((id) => organisation.policies.get(id) ?? []).map(option),
      };
    default:
      return undefined;
  }
}
