import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

import { ROOT } from "#scripts/setup.mjs";
import manifest from "../../package.json" with { type: "json" };

describe("the launcher", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "consentric-launch-"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, source: string): string {
    writeFileSync(join(folder, name), source);
    return relative(ROOT, join(folder, name));
  }

  function start(...args: string[]) {
    return spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  }

  it("runs a TypeScript file with its arguments where it was called", async () => {
    const file = write(
      "say.ts",
      "const words: string[] = process.argv.slice(2); console.log(words.join(' '), process.cwd());",
    );
    const child = start(join(ROOT, "scripts/run.mjs"), file, "two", "words");
    expect(await text(child.stdout)).to.equal(`two words ${folder}\n`);
  });

  it("ends with the exit code of what it runs", async () => {
    const child = start(join(ROOT, "scripts/run.mjs"), write("exit.ts", "process.exit(42);"));
    expect(await once(child, "exit")).to.deep.equal([42, null]);
  });

  it("passes on a signal and lets the other tidy up", async () => {
    const file = write(
      "wait.ts",
      "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('up');",
    );
    const child = start(join(ROOT, "scripts/run.mjs"), file);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).to.deep.equal([7, null]);
  });

  it("dies of the signal that what it runs dies of", async () => {
    const child = start(
      join(ROOT, "scripts/run.mjs"),
      write("hang.ts", "setInterval(() => {}, 1000); console.log('up');"),
    );
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).to.deep.equal([null, "SIGTERM"]);
  });

  it("says how it is used", async () => {
    const child = spawn(process.execPath, [join(ROOT, "scripts/run.mjs")], { stdio: "pipe" });
    expect(await text(child.stderr)).to.contain("usage:");
  });

  it("starts the command line", async () => {
    const child = start(join(ROOT, "consentric"), "--version");
    expect(await text(child.stdout)).to.equal(`${manifest.version}\n`);
  });
});
