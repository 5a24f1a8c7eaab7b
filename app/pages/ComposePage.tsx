import { useCallback, useMemo, useState } from "react";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { canAmend } from "#app/model/can/canAmend.ts";
import { canPropose } from "#app/model/can/canPropose.ts";
import { freeSlot, voicesIn } from "#app/model/roles.ts";
import { useSign, useView } from "#app/model/view.ts";
import { Changes } from "#app/pages/compose/Changes.tsx";
import { Reasons } from "#app/pages/compose/Reasons.tsx";
import { DraftState, Finish } from "#app/pages/parts/Finish.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useDraft } from "#app/pages/parts/useDraft.ts";
import { passed, useGo } from "#app/pages/parts/useGo.ts";
import { WhatFollows } from "#app/pages/parts/WhatFollows.tsx";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import type { Draft } from "#app/words/draft.ts";
import {
  changeOf,
  draftOf,
  faultsOf,
  isDraft,
  listFault,
  NO_DRAFT,
  reasonFaults,
  reasonsOf,
  startChange,
} from "#app/words/draft.ts";
import { idText } from "#app/words/ids.ts";
import { countText, listText } from "#app/words/lists.ts";
import { proposalPath } from "#app/words/paths.ts";
import { voiceName } from "#app/words/people.ts";
import { voiceText } from "#app/words/voices.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, settingsIn, standingObjections } from "#sdk/chronicle/organisation.ts";
import { Flags, has } from "#sdk/flags.ts";

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
  const voices = voicesIn(view, circle);
  const { value } = draft;
  const role = voices.find(({ id }) => String(id) === value.role) ?? voices[0];
  const changes = useMemo(() => value.changes.map(changeOf), [value.changes]);
  const can = proposal === undefined ? canPropose(view, circle) : canAmend(view, proposal);
  const name = roleName(organisation, circle);
  const reality = has(settingsIn(organisation, circle).flags, Flags.REALITY);
  const faulty = isFaulty(value, circle === organisation.anchor, reality);

  function startOver() {
    draft.forget();
    setTried(false);
  }

  function finish() {
    setTried(true);
    if (faulty) return;
    const reasons = reasonsOf(value, reality);
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
            label: voiceText(view, voice, circle),
          }))}
          role={role === undefined ? "" : String(role.id)}
          amends={proposal !== undefined}
          reality={reality}
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

function isFaulty(draft: Draft, atAnchor: boolean, reality: boolean): boolean {
  return (
    Object.keys(reasonFaults(draft, reality)).length > 0 ||
    listFault(draft.changes) !== undefined ||
    draft.changes.some((change) => Object.keys(faultsOf(change, atAnchor)).length > 0)
  );
}

interface MayActProps {
  readonly role: ReturnType<typeof voicesIn>[number] | undefined;
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
