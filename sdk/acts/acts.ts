import { accept } from "./accept.ts";
import type { ActDefinition } from "./act.ts";
import { agree } from "./agree.ts";
import { amend } from "./amend.ts";
import { announce } from "./announce.ts";
import { confirm } from "./confirm.ts";
import { declareOpenness } from "./declareOpenness.ts";
import { deployVault } from "./deployVault.ts";
import { enact } from "./enact.ts";
import { escalate } from "./escalate.ts";
import { found } from "./found.ts";
import { invite } from "./invite.ts";
import { lapse } from "./lapse.ts";
import { leaveOrganisation } from "./leaveOrganisation.ts";
import { object } from "./object.ts";
import { offer } from "./offer.ts";
import { pay } from "./pay.ts";
import { propose } from "./propose.ts";
import { ratify } from "./ratify.ts";
import { resign } from "./resign.ts";
import { resolve } from "./resolve.ts";
import { reverse } from "./reverse.ts";
import { revoke } from "./revoke.ts";
import { revokeAnnouncement } from "./revokeAnnouncement.ts";
import { withdraw } from "./withdraw.ts";
import { withdrawObjection } from "./withdrawObjection.ts";
import { withdrawOffer } from "./withdrawOffer.ts";
import { write } from "./write.ts";

/** Every act by its name, for whoever keeps acts as data. */
export const ACTS = {
  found,
  write,
  ratify,
  invite,
  agree,
  leaveOrganisation,
  declareOpenness,
  offer,
  withdrawOffer,
  accept,
  resign,
  revoke,
  propose,
  amend,
  withdraw,
  object,
  withdrawObjection,
  resolve,
  confirm,
  enact,
  announce,
  escalate,
  reverse,
  revokeAnnouncement,
  pay,
  lapse,
  deployVault,
} as const;

export type ActName = keyof typeof ACTS;

/** The data of an act. */
export type ActData<name extends ActName> =
  (typeof ACTS)[name] extends ActDefinition<infer Data> ? Data : never;
