import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";

import { expect } from "chai";

import { auditCommand } from "#scripts/commands/audit.ts";
import { Bakery } from "../sdk/bakery.ts";
import { deploymentOf } from "../sdk/world.ts";

type Asked = { id: number; method: string; params?: unknown[] };
type Log = { data: string };

describe("consentric audit", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let server: Server;
  let folder: string;
  let forge: (logs: Log[]) => Log[];

  before(async () => {
    bakery = await Bakery.busy();
    folder = mkdtempSync(join(tmpdir(), "consentric-audit-"));
    writeFileSync(join(folder, "here.json"), JSON.stringify(deploymentOf(bakery.world)));
    server = createServer(async (request, response) => {
      const { id, method, params = [] } = (await json(request)) as Asked;
      const result = await bakery.world.provider.request({ method, params });
      const isLogs = method === "eth_getLogs" && (result as Log[]).length > 1;
      const answer = { jsonrpc: "2.0", id, result: isLogs ? forge(result as Log[]) : result };
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    forge = (logs) => logs;
  });

  /** Runs the command as the command line does, and keeps what it prints. */
  async function run(...more: string[]): Promise<{ code: unknown; output: string }> {
    const rpc = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const where = ["--rpc", rpc, "--deployment", join(folder, "here.json")];
    const lines: string[] = [];
    const before = { log: console.log, exitCode: process.exitCode };
    console.log = (line: string) => lines.push(line);
    process.exitCode = 0;
    try {
      await auditCommand.parseAsync([...where, ...more], { from: "user" });
      return { code: process.exitCode, output: lines.join("\n") };
    } finally {
      console.log = before.log;
      process.exitCode = before.exitCode;
    }
  }

  it("says what it checked, and passes", async () => {
    const { code, output } = await run();
    expect(output).to.match(/Organisation 1 “Bakery”: .*passed/);
    expect(output).to.match(/\d+ events from block \d+ to block \d+: none is missing/);
    expect(output).to.match(/\d+ answers of the contracts at block \d+ .* all agree/);
    expect(output).to.contain("is proved under the hash of block");
    expect(code).to.equal(0);
  });

  it("prints JSON for machines", async () => {
    const { code, output } = await run("--json", "--org", "1");
    const { passed, report } = JSON.parse(output);
    expect({ code, passed, isHeadProved: report.isHeadProved }).to.deep.equal({
      code: 0,
      passed: true,
      isHeadProved: true,
    });
  });

  it("names the event that is missing, and fails", async () => {
    forge = (logs) => logs.toSpliced(20, 1);
    const { code, output } = await run();
    expect(output)
      .to.match(/FAILED/)
      .and.match(/Event 21 of block \d+ is missing\./);
    expect(code).to.equal(1);
  });

  it("names the event that was altered, and fails", async () => {
    forge = (logs) => logs.with(20, { ...(logs[20] as Log), data: `${logs[20]?.data}00` });
    const { code, output } = await run();
    expect(output)
      .to.match(/FAILED/)
      .and.match(/Event 21 of block \d+ is not the one/);
    expect(code).to.equal(1);
  });

  it("fails for an organisation that is not there", async () => {
    const { code, output } = await run("--org", "7");
    expect(output).to.contain("No organisation has the number 7 here.");
    expect(code).to.equal(1);
  });
});
