import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { mnemonicToAccount } from "viem/accounts";

import { ROOT } from "#scripts/setup.mjs";
import { circlesAbi } from "#sdk/abi/circles.ts";
import { declareOpenness } from "#sdk/acts/declareOpenness.ts";
import { addressesOf } from "#sdk/deployment.ts";
import { entryOf, type SignedEntry } from "#sdk/voice/file.ts";
import { typedDataOf } from "#sdk/voice/typedData.ts";
import { act } from "../../scripts/chain/act.ts";
import { connect, sign } from "../../scripts/chain/connect.ts";
import { readRecord, recordPath } from "../../scripts/deploy/record.ts";
import { Failure } from "../../scripts/failure.ts";
import { type Anvil, startAnvil } from "../../scripts/start/anvil.ts";
import { freePort } from "../journey/testnet.ts";

interface Run {
  readonly code: number;
  readonly out: string;
}

/** Runs the command line as a person would. */
function consentric(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, CONSENTRIC_PRIVATE_KEY: undefined } };
    execFile(
      process.execPath,
      ["scripts/consentric.ts", ...args],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ code, out: stdout + stderr });
      },
    );
  });
}

describe("the command line", function () {
  this.timeout(60_000);
  let anvil: Anvil;
  let folder: string;
  let local: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "consentric-commands-"));
    const genesis = Math.floor(Date.now() / 1000) - 1_000;
    anvil = await startAnvil({
      port: await freePort(),
      stateFile: join(folder, "chain.json"),
      accounts: 32,
      genesis,
    });
    local = ["--network", "local", "--rpc", anvil.rpc];
  });

  after(async () => {
    await anvil.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("deploys once, finds it the second time, and founds an organisation that audits as complete", async () => {
    const first = await consentric("deploy", ...local);
    expect(first.code, first.out).to.equal(0);
    expect(first.out).to.contain("Treasury is at").and.to.contain("since block");

    const again = await consentric("deploy", ...local);
    expect(again.code, again.out).to.equal(0);
    expect(again.out).to.contain("already").and.not.to.contain("since block");

    const founded = await consentric("found", "demo/meander-commons.json", ...local, "--everybody");
    expect(founded.code, founded.out).to.equal(0);
    expect(founded.out).to.contain("founding is over");

    const audit = await consentric("audit", ...local);
    expect(audit.code, audit.out).to.equal(0);
  });

  it("names the rule when a node that signs by itself was refused", async () => {
    const bank = await sign(await connect(anvil.rpc));
    const record = await readRecord(recordPath(bank.chain.id));
    if (record === null) throw new Error("nothing is deployed");
    const refused = await act(bank, record, "ratify", { organisation: 1, number: 1 }).then(
      () => undefined,
      (error: unknown) => error as Failure,
    );
    expect(refused).to.be.instanceOf(Failure);
    expect(refused?.message).to.contain("was refused in block");
    expect(refused?.hint).to.contain("ratif").and.not.to.match(/^0x/);
  });

  it("relays what others have signed, and says of each what became of it", async () => {
    const { reader } = await connect(anvil.rpc);
    const record = await readRecord(recordPath(reader.chain.id));
    if (record === null) throw new Error("nothing is deployed");
    const contracts = addressesOf(record);
    // The second person of the worked organisation, by the key that local chains give their accounts.
    const person = mnemonicToAccount(
      "test test test test test test test test test test test junk",
      {
        addressIndex: 2,
      },
    );
    const call = declareOpenness.call({ organisation: 1, open: true }, contracts);
    const signed = async (nonce: bigint): Promise<SignedEntry> => {
      const terms = { chainId: reader.chain.id, nonce, deadline: 2 ** 40 - 1 };
      const signature = await person.signTypedData(typedDataOf(call, terms) as never);
      const { to: core, data } = call;
      const act = { core, data, nonce, deadline: terms.deadline, gas: 0 };
      return entryOf({ ...act, signer: person.address, signature }, terms.chainId);
    };
    const good = await signed(0n);
    const forged = { ...good, nonce: "1" };
    const path = join(folder, "signed.json");
    await writeFile(path, JSON.stringify([good, forged]));

    const foreseen = await consentric("relay", path, ...local, "--dry-run");
    expect(foreseen.code, foreseen.out).to.equal(1);
    expect(foreseen.out).to.contain("1 would be taken").and.to.contain("is not by");
    const { code, out } = await consentric("relay", path, ...local);
    expect(code, out).to.equal(1);
    expect(out).to.contain("1 of 2 taken").and.to.contain("Declare whether");
    const partner = await reader.readContract({
      address: contracts.circles,
      abi: circlesAbi,
      functionName: "partnerAt",
      args: [1, person.address],
    });
    expect(partner.open).to.equal(true);

    const again = await consentric("relay", path, ...local, "--dry-run");
    expect(again.out).to.contain("was relayed before");
  });

  for (const [what, text, complaint] of [
    ["no file at all", null, "There is no file"],
    ["no JSON", "acts", "is not JSON"],
    ["an empty list", "[]", "is an empty list"],
    ["something else", JSON.stringify([{ chainId: 1 }]), "has no signed acts"],
  ] as const) {
    it(`refuses signed acts that are ${what}, with a sentence and a hint`, async () => {
      const path = join(folder, "acts.json");
      if (text === null) await rm(path, { force: true });
      else await writeFile(path, text);
      const { code, out } = await consentric("relay", path, ...local);
      expect(code).to.equal(1);
      expect(out).to.contain(complaint).and.to.contain("in the dApp");
      expect(out, "a stack trace").not.to.match(/^\s+at /m);
    });
  }

  for (const [what, text, complaint] of [
    ["no file at all", null, "There is no founding file"],
    ["no JSON", "circles", "is not JSON"],
    ["a window too short", JSON.stringify({ name: "A", windowDays: 2 }), "is not a founding file"],
  ] as const) {
    it(`refuses a founding file that is ${what}, with a sentence and a hint`, async () => {
      const path = join(folder, "file.json");
      if (text === null) await rm(path, { force: true });
      else await writeFile(path, text);
      const { code, out } = await consentric("found", path, ...local);
      expect(code).to.equal(1);
      expect(out).to.contain(complaint).and.to.contain("demo/meander-commons.json");
      expect(out, "a stack trace").not.to.match(/^\s+at /m);
    });
  }

  it("says where nobody answers, and names what to do", async () => {
    const { code, out } = await consentric("audit", "--rpc", "http://127.0.0.1:1");
    expect(code).to.equal(1);
    expect(out).to.contain("No chain answers").and.to.contain("address right");
    const wrong = await consentric("audit", "--rpc", "notaurl");
    expect(wrong.code).to.equal(1);
    expect(wrong.out).to.contain("notaurl is no address");
    expect(wrong.out, "a stack trace").not.to.match(/^\s+at /m);
  });

  it("refuses a chain whose code differs, and deploys nothing over it", async () => {
    const { reader } = await connect(anvil.rpc);
    const record = await readRecord(recordPath(reader.chain.id));
    const address = record?.contracts.treasury.address;
    await reader.request({ method: "anvil_setCode", params: [address, "0x6001"] } as never);
    const { code, out } = await consentric("deploy", ...local);
    expect(code).to.equal(1);
    expect(out).to.contain("is not this build's Treasury");
    expect(out).to.contain(address);
  });

  it("asks where an unknown network is", async () => {
    const { code, out } = await consentric("deploy", "--network", "elsewhere");
    expect(code).to.equal(1);
    expect(out).to.contain("--rpc");
  });
});
