import { Check } from "#app/pages/compose/Check.tsx";
import { KIND_WORDS, REACH_WORDS, reachesOf, toggleTag } from "#app/words/governing.ts";
import { has } from "#sdk/flags.ts";

interface Props {
  readonly tags: number;
  readonly fault: string | undefined;
  readonly onChange: (tags: number) => void;
}

/** What kinds of policy it is, at least one, and how far it reaches. */
export function Kinds({ tags, fault, onChange }: Props) {
  const reaches = reachesOf(tags);
  return (
    <>
      <fieldset className="entries">
        <legend>What kind of policy it is</legend>
        {KIND_WORDS.map(({ tag, label, hint }) => (
          <Check
            key={tag}
            {...{ label, hint }}
            checked={has(tags, tag)}
            onToggle={() => onChange(toggleTag(tags, tag))}
          />
        ))}
        {fault !== undefined && (
          <p className="fielderror" role="alert">
            {fault}
          </p>
        )}
      </fieldset>
      {reaches.length > 0 && (
        <fieldset className="entries">
          <legend>How far it reaches</legend>
          {reaches.map((tag) => (
            <Check
              key={tag}
              {...REACH_WORDS[tag]}
              checked={has(tags, tag)}
              onToggle={() => onChange(toggleTag(tags, tag))}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
