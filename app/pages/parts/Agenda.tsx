import { useState } from "react";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { Why } from "#app/components/Why.tsx";
import { canAddItem, takeable } from "#app/model/can/canAddItem.ts";
import { canAdopt, missingIn } from "#app/model/can/canAdopt.ts";
import { canConfirmItem } from "#app/model/can/canConfirmItem.ts";
import { canSay } from "#app/model/can/canSay.ts";
import { canTakeStep, stepsFrom } from "#app/model/can/canTakeStep.ts";
import { useSign, useView } from "#app/model/view.ts";
import { named } from "#app/pages/parts/speaking.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { longFault, MOST_NAME, MOST_TEXT, textFault } from "#app/words/limits.ts";
import { listText } from "#app/words/lists.ts";
import { ITEM_ORDER, ITEM_WORDS } from "#app/words/meetings.ts";
import { proposalPath } from "#app/words/paths.ts";
import { clockText, momentText } from "#app/words/time.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { ItemStep, meetingStateOf } from "#sdk/chronicle/meetings.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

const GLYPHS: { readonly [step in ItemStep]: GlyphName } = {
  [ItemStep.None]: "unfilled",
  [ItemStep.Presenting]: "open",
  [ItemStep.Clarifying]: "question",
  [ItemStep.Reacting]: "open",
  [ItemStep.Amending]: "open",
  [ItemStep.Objecting]: "objected",
  [ItemStep.Integrating]: "linked",
  [ItemStep.Adopted]: "adopted",
  [ItemStep.Closed]: "lapsed",
};

/** The items of a meeting in their order, and putting another on the agenda. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { organisation, now } = useView();
  const items = meeting.items.flatMap((id) => organisation.items.get(id) ?? []);
  const running = meetingStateOf(meeting, now) === "running";
  return (
    <section className="sec o4" aria-labelledby="agenda">
      <h2 id="agenda">The agenda</h2>
      {items.length === 0 && (
        <p className="quiet">
          {running
            ? "Nothing yet: whoever is present puts an item on it, with a short label."
            : "It is built in the meeting, and not before."}
        </p>
      )}
      <ol className={items.length === 0 ? undefined : "agenda"}>
        {items.map((item) => (
          <AgendaItem key={item.id} meeting={meeting} item={item} running={running} />
        ))}
      </ol>
      {running && <AddItem meeting={meeting} />}
    </section>
  );
}

interface ItemProps {
  readonly meeting: Meeting;
  readonly item: Item;
}

function AgendaItem({ meeting, item, running }: ItemProps & { readonly running: boolean }) {
  const { organisation, nameOf } = useView();
  const { step, label, by, asGuest, said } = item;
  const { title, word } = ITEM_WORDS[step];
  const proposal = organisation.proposals.get(item.proposal);
  const inHand = meeting.current === item.id;
  return (
    <li className={inHand ? "now" : undefined}>
      <div className="pair">
        <h3>{label}</h3>
        <State kind={GLYPHS[step]} word={title}>
          {running && inHand ? word : undefined}
        </State>
      </div>
      <p className="note">
        brought by {nameOf(by)}
        {asGuest && ", a guest"}
        {proposal !== undefined && (
          <>
            , about{" "}
            <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>
          </>
        )}
      </p>
      {(inHand || step === ItemStep.Adopted) && item.proposal !== 0n && <Way step={step} />}
      {said.length > 0 && (
        <ul className="spoken">
          {said.map((one) => (
            <li key={`${one.by}${one.at}${one.text}`}>
              <Person
                address={one.by}
                name={nameOf(one.by)}
                size={24}
                note={`${ITEM_WORDS[one.step].title.toLowerCase()}, ${clockText(one.at)}`}
              />
              <p className="read">{one.text}</p>
            </li>
          ))}
        </ul>
      )}
      {item.adoptedAt > 0 && (
        <p className="note">
          Adopted {momentText(item.adoptedAt)}, with everybody present. Anyone may enact it.
        </p>
      )}
      {running && <ItemActs meeting={meeting} item={item} />}
    </li>
  );
}

/** The steps of an item, and which of them it is at. */
function Way({ step }: { readonly step: ItemStep }) {
  const at = ITEM_ORDER.indexOf(step === ItemStep.Integrating ? ItemStep.Objecting : step);
  return (
    <ol className="way" aria-label="The steps of this item">
      {ITEM_ORDER.map((each, place) => (
        <li
          key={each}
          aria-current={place === at ? "step" : undefined}
          className={place < at || step === ItemStep.Adopted ? "done" : undefined}
        >
          {place === at && step === ItemStep.Integrating
            ? ITEM_WORDS[ItemStep.Integrating].title
            : ITEM_WORDS[each].title}
        </li>
      ))}
    </ol>
  );
}

function ItemActs({ meeting, item }: ItemProps) {
  if (item.step === ItemStep.Adopted || item.step === ItemStep.Closed) return null;
  const inHand = meeting.current === item.id;
  return (
    <div className="itemacts">
      {item.step === ItemStep.Objecting && <Round meeting={meeting} item={item} />}
      {inHand && <Speak key={`${item.step}`} meeting={meeting} item={item} />}
      <Steer meeting={meeting} item={item} />
    </div>
  );
}

/** The objection round: who has confirmed, who is silent, and one's own answer. */
function Round({ meeting, item }: ItemProps) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf } = view;
  const proposal = organisation.proposals.get(item.proposal);
  const missing = missingIn(view, meeting, item);
  const confirm = named(view, canConfirmItem(view, meeting, item));
  const adopt = canAdopt(view, meeting, item);
  if (proposal === undefined) return null;
  const { contentHash: content } = currentVersion(proposal);
  return (
    <>
      <p className="st alone">
        <Glyph name={missing.length === 0 ? "said" : "silent"} size={18} />
        <span>
          Round {item.round}, version {item.version}: {item.confirmed.length} confirmed
          {missing.length > 0 && `; silent: ${listText(missing.map(nameOf))}`}.
        </span>
      </p>
      <div className="acts">
        <Act
          can={confirm}
          question="Why can’t I confirm?"
          onAct={() => sign("confirmInMeeting", { item: item.id, proposal: proposal.id, content })}
        >
          No objection
        </Act>
        <Button href={proposalPath(proposal.id)}>Read it, or object</Button>
        <Act
          can={adopt}
          question="Why can’t I adopt it?"
          onAct={() => sign("adoptInMeeting", { item: item.id, proposal: proposal.id })}
        >
          Adopt it
        </Act>
      </div>
    </>
  );
}

/** One's word about the item, for the record. */
function Speak({ meeting, item }: ItemProps) {
  const view = useView();
  const sign = useSign();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const can = named(view, canSay(view, meeting, item));
  const fault = textFault(text);
  if (!can.ok) return <Why question="Why can’t I speak?" why={can} />;
  function onDone() {
    setText("");
    setTried(false);
  }
  function go() {
    setTried(true);
    if (fault === undefined) {
      sign("sayInMeeting", { item: item.id, text: text.trim() }, { onDone });
    }
  }
  return (
    <div className="form">
      <TextField
        label="You have the word"
        hint="For the record; it decides nothing."
        rows={2}
        maxBytes={MOST_TEXT}
        value={text}
        onChange={setText}
        error={tried ? fault : undefined}
      />
      <Button small onClick={go}>
        Say it
      </Button>
    </div>
  );
}

/** Where the facilitator can take it. */
function Steer({ meeting, item }: ItemProps) {
  const view = useView();
  const sign = useSign();
  const steps = stepsFrom(item);
  const [first] = steps;
  if (first === undefined) return null;
  const can = named(view, canTakeStep(view, meeting, item, first));
  if (!can.ok) return <Why question="Why can’t I take it further?" why={can} />;
  return (
    <div className="acts">
      {steps.map((step) => (
        <Button key={step} small onClick={() => sign("takeStep", { item: item.id, step })}>
          {STEERS[step]}
        </Button>
      ))}
    </div>
  );
}

const STEERS: { readonly [step in ItemStep]: string } = {
  [ItemStep.None]: "",
  [ItemStep.Presenting]: "Take it up",
  [ItemStep.Clarifying]: "On to questions",
  [ItemStep.Reacting]: "On to reactions",
  [ItemStep.Amending]: "On to amending",
  [ItemStep.Objecting]: "Open a round",
  [ItemStep.Integrating]: "On to integration",
  [ItemStep.Adopted]: "",
  [ItemStep.Closed]: "Close it",
};

/** Putting an item on the agenda. */
function AddItem({ meeting }: { readonly meeting: Meeting }) {
  const view = useView();
  const sign = useSign();
  const { organisation } = view;
  const [label, setLabel] = useState("");
  const [about, setAbout] = useState("0");
  const [tried, setTried] = useState(false);
  const can = named(view, canAddItem(view, meeting));
  const proposals = takeable(view, meeting);
  const proposal = proposals.find(({ id }) => String(id) === about)?.id ?? 0n;
  const fault = label.trim() === "" ? "Say something here." : longFault(label, MOST_NAME);
  if (!can.ok) return <Why question="Why can’t I put an item on it?" why={can} />;
  function onDone() {
    setLabel("");
    setTried(false);
  }
  function go() {
    setTried(true);
    if (fault !== undefined) return;
    sign(
      "addItem",
      { meeting: meeting.id, label: label.trim(), proposal },
      { circle: meeting.circle, onDone },
    );
  }
  return (
    <div className="form additem">
      <h3>Put an item on it</h3>
      <TextField
        label="A short label"
        value={label}
        onChange={setLabel}
        maxBytes={MOST_NAME}
        error={tried ? fault : undefined}
      />
      {proposals.length > 0 && (
        <SelectField
          label="About"
          value={about}
          onChange={setAbout}
          options={[
            { value: "0", label: "no proposal yet" },
            ...proposals.map((one) => ({
              value: String(one.id),
              label: proposalTitle(organisation, one),
            })),
          ]}
          hint="A proposal on the agenda waits for the meeting’s end."
        />
      )}
      <Button small onClick={go}>
        Put it on the agenda
      </Button>
    </div>
  );
}
