import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wantsLean } from "../../src/cli/lean.ts";
import { CLI } from "./run.ts";

/** Builds of more than 8 MB run in a process of their own, whose allocator gives memory back: nobody should notice. */
describe.skipIf(process.platform !== "linux")("large inputs", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "topograph-lean-"));
    const papers = ["On maps", "Maps of science", "Reading maps"].map((title, id) =>
      JSON.stringify({ id: String(id), title, abstract: `${title} of papers, drawn for readers.` }),
    );
    writeFileSync(join(folder, "small.jsonl"), papers.join("\n"));
    writeFileSync(join(folder, "large.jsonl"), `${papers.join("\n")}${"\n".repeat(1 << 24)}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = (...words: string[]) => {
    const child = spawn(process.execPath, [CLI, ...words], { cwd: folder });
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    const ended = new Promise<number | null>((end) => child.once("close", (code) => end(code)));
    return { child, ended, said: () => said };
  };
  /** The process that a process has started, once it has. */
  const childOf = async (pid: number | undefined) => {
    const children = () => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    await expect.poll(children).not.toBe("");
    return Number(children());
  };
  const left = () => readdirSync(folder).filter((name) => !/^(?:small|large)\.jsonl$/.test(name));

  test("only builds of large files, once", () => {
    const at = (name: string) => join(folder, name);
    expect(wantsLean(["build", at("large.jsonl"), "-o", at("m.json")])).toBe(true);
    expect(wantsLean(["inspect", at("large.jsonl")])).toBe(false);
    expect(wantsLean(["build", at("small.jsonl"), at("none"), "x".repeat(5000)])).toBe(false);
  });

  test("the map, messages and exit codes are those of the command line", async () => {
    const done = start("build", "large.jsonl", "-o", "m.json");
    expect(await done.ended).toBe(0);
    expect(done.said()).toContain("3 papers");
    expect(JSON.parse(readFileSync(join(folder, "m.json"), "utf8")).nodes).toHaveLength(3);
    rmSync(join(folder, "m.json"));
    const wrong = start("build", "large.jsonl", "-o", "m.xyz");
    expect([await wrong.ended, wrong.said()]).toEqual([
      2,
      expect.stringContaining("no extension that is known"),
    ]);
    expect(left()).toEqual([]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends both, and nothing is half-written", async (signal, code) => {
    // It waits for standard input, so that it cannot have been done before.
    const { child, ended } = start("build", "large.jsonl", "-", "-o", "m.json", "-q");
    const inner = await childOf(child.pid);
    await new Promise((written) => child.stdin.write(" ".repeat(1_000_000), written));
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(existsSync(`/proc/${inner}`)).toBe(false);
    expect(left()).toEqual([]);
  });

  test("killed from outside: it is said, and nothing is half-written", async () => {
    const { child, ended, said } = start("build", "large.jsonl", "-", "-o", "m.json", "-q");
    const inner = await childOf(child.pid);
    await new Promise((written) => child.stdin.write(" ".repeat(1_000_000), written));
    process.kill(inner, "SIGKILL");
    expect(await ended).toBe(137);
    expect(said()).toContain("error: the program was ended by SIGKILL; systems do so where memory runs out");
    expect(left()).toEqual([]);
  });

  test("whoever kills the waiting process ends the work, too", async () => {
    const { child } = start("build", "large.jsonl", "-", "-o", "m.json", "-q");
    const inner = await childOf(child.pid);
    await new Promise((written) => child.stdin.write(" ".repeat(1_000_000), written));
    child.kill("SIGKILL");
    await expect.poll(() => existsSync(`/proc/${inner}`), { timeout: 5000 }).toBe(false);
    expect(left()).toEqual([]);
  });
});
