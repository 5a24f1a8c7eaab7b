import type { GlyphName } from "#app/components/Glyph.tsx";
import type { Sign, View } from "#app/model/view.ts";
import type { Person } from "#app/words/people.ts";

/** What finding out needs: the organisation, who looks, the time, and how people and money are called. */
export type Looking = Pick<View, "organisation" | "me" | "now" | "nameOf" | "moneyOf">;

/** Something that asks something of whoever looks, in words. Every kind of item is found in a file of its own. */
export interface Item {
  /** What kind it is: one of a kind's own words, for tests and lists. */
  readonly kind: string;
  /** Different for every item. */
  readonly key: string;
  /** When it ends by itself; null for never. */
  readonly until: number | null;
  readonly mark: Mark;
  /** What it is, and where: "Proposal in Kitchen". */
  readonly label: string;
  readonly title: string;
  readonly href: string;
  /** The announcement that its page is to show. */
  readonly announcement?: string;
  readonly by?: { readonly person: Person; readonly role?: string; readonly note?: string };
  /** Why it asks the reader. */
  readonly because: string;
  /** What happens if the reader does nothing. */
  readonly silence: string;
  readonly acts: readonly ItemAct[];
}

/** What stands before it: the window it runs in, or a shape for what has no window. */
export type Mark =
  | {
      readonly opensAt: number;
      readonly closesAt: number;
      readonly tone?: "open" | "escalated" | "done";
    }
  | { readonly glyph: GlyphName };

/** What can be done about it: signed at once, or looked at first. */
export type ItemAct =
  | { readonly label: string; readonly sign: (sign: Sign) => void }
  | { readonly label: string; readonly href: string; readonly announcement?: string };

/** Finds one kind of item for somebody. */
export type Finder = (view: Looking, me: Person) => readonly Item[];
