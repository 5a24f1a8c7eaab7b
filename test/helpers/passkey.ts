import { createHash } from "node:crypto";

import { bytesToHex, encodeAbiParameters, type Hex, hexToBytes } from "viem";

/** The order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** The person is there, and has shown who they are. */
const PRESENT_AND_VERIFIED = 0x05;

/** A passkey as a browser keeps it: WebAuthn over P-256. */
export interface Passkey {
  /** The public key, x and y. */
  readonly key: Hex;
  /** Answers a challenge, in the encoding of OpenZeppelin's verifier. */
  sign(challenge: Hex): Promise<Hex>;
}

/** A new passkey. */
export async function passkey(): Promise<Passkey> {
  const { subtle } = globalThis.crypto;
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const { privateKey, publicKey } = await subtle.generateKey(algorithm, true, ["sign"]);
  const point = new Uint8Array(await subtle.exportKey("raw", publicKey));
  return {
    // Without the byte that says it is not compressed.
    key: bytesToHex(point.slice(1)),
    async sign(challenge) {
      const asked = Buffer.from(hexToBytes(challenge)).toString("base64url");
      const client = `{"type":"webauthn.get","challenge":"${asked}","origin":"https://commons.example"}`;
      const device = new Uint8Array(37);
      device[32] = PRESENT_AND_VERIFIED;
      const hashed = createHash("sha256").update(client).digest();
      const message = new Uint8Array([...device, ...hashed]);
      const both = new Uint8Array(
        await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, message),
      );
      const s = BigInt(bytesToHex(both.slice(32)));
      const low = s > ORDER / 2n ? ORDER - s : s;
      return encodeAbiParameters(
        [
          { type: "bytes32" },
          { type: "bytes32" },
          { type: "uint256" },
          { type: "uint256" },
          { type: "bytes" },
          { type: "string" },
        ],
        [
          bytesToHex(both.slice(0, 32)),
          `0x${low.toString(16).padStart(64, "0")}`,
          BigInt(client.indexOf('"challenge"')),
          BigInt(client.indexOf('"type"')),
          bytesToHex(device),
          client,
        ],
      );
    },
  };
}
