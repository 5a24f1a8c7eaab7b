import { useCallback, useMemo, useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Crumbs } from "#app/components/Crumbs.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { canAmend } from "#app/model/can/canAmend.ts";
import { canPropose } from "#app/model/can/canPropose.ts";
import { freeSlot, rolesIn } from "#app/model/roles.ts";
import { useSign, useView } from "#app/model/view.ts";
import { ChangeEditor, targetsOf } from "#app/pages/parts/ChangeEditor.tsx";
import { ChangeView } from "#app/pages/parts/ChangeView.tsx";
import { DraftState, Finish } from "#app/pages/parts/Finish.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useDraft } from "#app/pages/parts/useDraft.ts";
import { passed, useGo } from "#app/pages/parts/useGo.ts";
import { WhatFollows } from "#app/pages/parts/WhatFollows.tsx";
import { CHANGE_NAMES, changeTitle, roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import type { Draft, DraftChange } from "#app/words/draft.ts";
import {
  changeOf,
  draftOf,
  faultsOf,
  isDraft,
  listFault,
  NO_DRAFT,
  reasonsOf,
  startChange,
  withoutChange,
} from "#app/words/draft.ts";
import { idText } from "#app/words/ids.ts";
import { longFault, MOST_CHANGES, MOST_TEXT, textFault } from "#app/words/limits.ts";
import { countText, listText } from "#app/words/lists.ts";
import { proposalPath } from "#app/words/paths.ts";
import { voiceName } from "#app/words/people.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, standingObjections } from "#sdk/chronicle/organisation.ts";

type Props = { readonly circle: bigint } | { readonly proposal: bigint };

/** A change to a circle as somebody writes it: a new proposal, or the next version of one. */
export function ComposePage(props: Props) {
  const { organisation } = useView();
  if ("proposal" in props) {
    const proposal = organisation.proposals.get(props.proposal);
    if (proposal === undefined) return <NotHere what="proposal" id={props.proposal} />;
    return <Desk key={`${proposal.id}`} circle={proposal.circle} proposal={proposal} />;
  }
  if (!organisation.roles.has(props.circle)) return <NotHere what="circle" id={props.circle} />;
  return <Desk key={`${props.circle}`} circle={props.circle} proposal={undefined} />;
}

interface DeskProps {
  readonly circle: bigint;
  readonly proposal: Proposal | undefined;
}

function Desk({ circle, proposal }: DeskProps) {
  const view = useView();
  const sign = useSign();
  const go = useGo();
  const { organisation } = view;
  const [tried, setTried] = useState(false);
  const first = useCallback(
    () => (proposal === undefined ? begun(organisation, circle) : draftOf(proposal)),
    [organisation, circle, proposal],
  );
  const key =
    proposal === undefined
      ? `propose/${circle}`
      : `amend/${proposal.id}/${proposal.versions.length}`;
  const draft = useDraft<Draft>(key, first, isDraft);
  const voices = rolesIn(view, circle);
  const { value } = draft;
  const role = voices.find(({ id }) => String(id) === value.role) ?? voices[0];
  const changes = useMemo(() => value.changes.map(changeOf), [value.changes]);
  const can = proposal === undefined ? canPropose(view, circle) : canAmend(view, proposal);
  const name = roleName(organisation, circle);
  const faulty = isFaulty(value, circle === organisation.anchor);

  function startOver() {
    draft.forget();
    setTried(false);
  }

  function finish() {
    setTried(true);
    if (faulty) return;
    const reasons = reasonsOf(value);
    if (proposal !== undefined) {
      const onDone = () => {
        draft.forget();
        go(proposalPath(proposal.id));
      };
      const integrates = value.integrates.trim();
      sign("amend", { proposal: proposal.id, changes, reasons, integrates }, { onDone });
      return;
    }
    const onDone = () => {
      draft.forget();
      go("/proposals");
    };
    const asRole = role?.id ?? circle;
    sign(
      "propose",
      { circle, asRole, slot: freeSlot(view, circle) ?? 0, changes, reasons },
      { onDone },
    );
  }

  const title =
    proposal === undefined
      ? `A change to ${name}`
      : `Version ${currentVersion(proposal).version + 1} of proposal ${idText(proposal.id)}`;
  return (
    <>
      <title>{title}</title>
      <Crumbs
        items={
          proposal === undefined
            ? crumbsOf(organisation, circle, { label: "New proposal" })
            : crumbsOf(
                organisation,
                circle,
                { label: `Proposal ${idText(proposal.id)}`, href: proposalPath(proposal.id) },
                { label: "Amend" },
              )
        }
      />
      <header className="head">
        <DraftState savedAt={draft.savedAt} />
        <h1>{title}</h1>
      </header>
      {proposal === undefined ? (
        <MayAct role={role} circle={circle} />
      ) : (
        <Integrating proposal={proposal} />
      )}
      <div className="desk">
        <Reasons
          value={value}
          tried={tried}
          set={(part) => draft.set((before) => ({ ...before, ...part }))}
          voices={voices.map((voice) => ({
            value: String(voice.id),
            label: `${voiceName(voice, circle)}${voice.id === circle ? "" : `, in ${name}`}`,
          }))}
          role={role === undefined ? "" : String(role.id)}
          amends={proposal !== undefined}
        />
        <Changes
          circle={circle}
          changes={value.changes}
          tried={tried}
          onChange={(next) => draft.set((before) => ({ ...before, changes: next }))}
        />
      </div>
      <WhatFollows circle={circle} changes={changes} proposal={proposal} />
      <Finish
        can={bySomebody(view, can)}
        question={proposal === undefined ? "Why can’t I propose it?" : "Why can’t I amend it?"}
        onAct={finish}
        onForget={draft.savedAt === undefined ? undefined : startOver}
        faulty={tried && faulty}
      />
    </>
  );
}

/** A new draft; with the role that the page before wanted to change. */
function begun(organisation: ReturnType<typeof useView>["organisation"], circle: bigint): Draft {
  const wanted = passed().amend;
  if (wanted === undefined || !/^\d+$/.test(wanted)) return NO_DRAFT;
  const role = organisation.roles.get(BigInt(wanted));
  const within = role?.circle === circle || role?.id === organisation.anchor;
  if (role === undefined || !within) return NO_DRAFT;
  return {
    ...NO_DRAFT,
    changes: [startChange(organisation, circle, ChangeKind.AmendRole, role.id)],
  };
}

function isFaulty(draft: Draft, atAnchor: boolean): boolean {
  const reasons = [draft.tension, draft.example, draft.explanation];
  return (
    reasons.some((text) => textFault(text) !== undefined) ||
    longFault(draft.integrates) !== undefined ||
    listFault(draft.changes) !== undefined ||
    draft.changes.some((change) => Object.keys(faultsOf(change, atAnchor)).length > 0)
  );
}

interface MayActProps {
  readonly role: ReturnType<typeof rolesIn>[number] | undefined;
  readonly circle: bigint;
}

/** What the role may do without asking anybody. */
function MayAct({ role, circle }: MayActProps) {
  const { organisation } = useView();
  if (role === undefined) return null;
  const { domains, accountabilities } = role.words;
  const able = domains.length > 0 ? domains : accountabilities;
  if (able.length === 0) return null;
  const what = domains.length > 0 ? "alone control" : "are expected to do";
  return (
    <div className="first">
      <h2 className="vh">Before you write</h2>
      <Notice title="First: may you simply act?" glyph="adopted">
        <p>
          As {voiceName(role, circle)} you {what}: {listText(able, 4)}. What that allows needs no
          proposal. What shall hold for others, or outlast you, does:{" "}
          {roleName(organisation, circle)} decides it here.
        </p>
      </Notice>
    </div>
  );
}

/** What the next version is to integrate. */
function Integrating({ proposal }: { readonly proposal: Proposal }) {
  const { nameOf } = useView();
  const standing = standingObjections(proposal);
  return (
    <div className="first">
      <h2 className="vh">Before you write</h2>
      <Notice tone="ask" title="A new version begins anew">
        <p>
          It gets a full new window, and earlier answers to it are void.{" "}
          {standing.length === 0
            ? "No objection stands."
            : `${countText(standing.length, "objection")} ${standing.length === 1 ? "stands" : "stand"} until ${listText(standing.map(({ by }) => nameOf(by)))} ${standing.length === 1 ? "finds it" : "find it"} integrated.`}
        </p>
        {standing.map((objection) => (
          <blockquote key={`${objection.by}${objection.version}`} className="read">
            {objection.objection.harm || objection.objection.rule}
          </blockquote>
        ))}
      </Notice>
    </div>
  );
}

interface ReasonsProps {
  readonly value: Draft;
  readonly tried: boolean;
  readonly set: (part: Partial<Draft>) => void;
  readonly voices: readonly { readonly value: string; readonly label: string }[];
  readonly role: string;
  readonly amends: boolean;
}

const REASONS = [
  ["tension", "The tension", "What is, and what could be, as your role feels it.", 3],
  ["example", "What happened", "A real moment, past or present, with its date.", 4],
  [
    "explanation",
    "How this would have helped",
    "What would have gone otherwise in that moment.",
    3,
  ],
] as const;

function Reasons({ value, tried, set, voices, role, amends }: ReasonsProps) {
  return (
    <section className="why-form form" aria-labelledby="why">
      <h2 id="why">Why</h2>
      {!amends && voices.length > 0 && (
        <SelectField
          label="On behalf of"
          value={role}
          options={voices}
          onChange={(next) => set({ role: next })}
        />
      )}
      {REASONS.map(([key, label, hint, rows]) => (
        <TextField
          key={key}
          label={label}
          hint={hint}
          rows={rows}
          maxBytes={MOST_TEXT}
          value={value[key]}
          onChange={(text) => set({ [key]: text })}
          error={tried ? textFault(value[key]) : undefined}
        />
      ))}
      {amends && (
        <TextField
          label="What it integrates"
          hint="Which concern, and by which words. May stay empty."
          rows={3}
          maxBytes={MOST_TEXT}
          value={value.integrates}
          onChange={(integrates) => set({ integrates })}
          error={tried ? longFault(value.integrates) : undefined}
        />
      )}
      <p className="note">
        All three must be there; whether they convince is for the members to say.
      </p>
    </section>
  );
}

interface ChangesProps {
  readonly circle: bigint;
  readonly changes: readonly DraftChange[];
  readonly tried: boolean;
  readonly onChange: (changes: readonly DraftChange[]) => void;
}

function Changes({ circle, changes, tried, onChange }: ChangesProps) {
  const { organisation } = useView();
  const [editing, setEditing] = useState(changes.length === 1 ? 0 : -1);
  const made = changes.map(changeOf);
  const fault = tried ? listFault(changes) : undefined;
  return (
    <section className="changes" aria-labelledby="what">
      <div className="sechead">
        <h2 id="what">What would change</h2>
        {changes.length > 1 && <span className="quiet">{changes.length} changes, all or none</span>}
      </div>
      {changes.map((change, index) => {
        const written = made[index] ?? changeOf(change);
        const open =
          editing === index || (tried && Object.keys(faultsOf(change, false)).length > 0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place in the list
          <article className="change" key={index} aria-label={`Change ${index + 1}`}>
            <header className="pair">
              <h3>
                <span className="n">{index + 1}</span>
                {change.name === "" && change.kind === ChangeKind.CreateRole
                  ? CHANGE_NAMES[change.kind]
                  : changeTitle(organisation, written, circle, made)}
              </h3>
              <span className="acts">
                <button
                  type="button"
                  className="link"
                  aria-expanded={open}
                  onClick={() => setEditing(open ? -1 : index)}
                >
                  {open ? "Done" : "Edit"}
                </button>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setEditing(-1);
                    onChange(withoutChange(changes, index));
                  }}
                >
                  Remove
                </button>
              </span>
            </header>
            {open && (
              <ChangeEditor
                {...{ change, circle, changes, tried }}
                place={index}
                onChange={(next) => onChange(changes.map((it, at) => (at === index ? next : it)))}
              />
            )}
            <ChangeView change={written} circle={circle} label="If nobody objects" />
          </article>
        );
      })}
      {fault !== undefined && (
        <p className="fielderror" role="alert">
          {fault}
        </p>
      )}
      {changes.length < MOST_CHANGES && (
        <AddChange
          circle={circle}
          none={changes.length === 0}
          onAdd={(kind, target) => {
            setEditing(changes.length);
            onChange([...changes, startChange(organisation, circle, kind, target)]);
          }}
        />
      )}
      <p className="note">
        Roles, policies and the circle’s window: nothing else is governance. Is it about money?{" "}
        <a href="#/treasury/announce">Announce it.</a> About who fills a role? Ask its circle’s
        lead.
      </p>
    </section>
  );
}

const KINDS = [
  ChangeKind.CreateRole,
  ChangeKind.AmendRole,
  ChangeKind.RemoveRole,
  ChangeKind.AdoptPolicy,
  ChangeKind.AmendPolicy,
  ChangeKind.RepealPolicy,
  ChangeKind.Configure,
] as const;

interface AddProps {
  readonly circle: bigint;
  readonly none: boolean;
  readonly onAdd: (kind: ChangeKind, target: bigint) => void;
}

function AddChange({ circle, none, onAdd }: AddProps) {
  const { organisation } = useView();
  const [open, setOpen] = useState(none);
  if (!open) {
    return (
      <div>
        <Button icon="plus" onClick={() => setOpen(true)}>
          Add a change
        </Button>
      </div>
    );
  }
  return (
    <div className="kinds">
      <p className="label">{none ? "What should be otherwise?" : "Add a change"}</p>
      <ul>
        {KINDS.map((kind) => {
          const targets = targetsOf(organisation, circle, kind);
          const target = targets?.options[0]?.value;
          if (targets !== undefined && target === undefined) return null;
          return (
            <li key={kind}>
              <Button
                small
                onClick={() => {
                  setOpen(false);
                  onAdd(kind, BigInt(target ?? "0"));
                }}
              >
                {CHANGE_NAMES[kind]}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
