import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The real command, asked by the client of the protocol's own SDK. */
const CLI = resolve("dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "topograph-mcp-"));
const client = new Client({ name: "test", version: "1" });

async function call(name: string, words: Record<string, unknown> = {}) {
  const { content, isError } = await client.callTool({ name, arguments: words });
  const [{ text }] = content as { text: string }[];
  return { text, isError: isError === true };
}

describe.skipIf(!existsSync(CLI))("topograph mcp", () => {
  beforeAll(async () => {
    const words = ["build", resolve("data/infovis.jsonl"), "-o", "map.json", "-q"];
    expect(spawnSync(process.execPath, [CLI, ...words], { cwd: folder }).status).toBe(0);
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [CLI, "mcp", "map.json"], cwd: folder }),
    );
  });
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("offers six tools, all of them read-only", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search", "topic", "paper", "why", "similar", "path"]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    expect(client.getInstructions()).toContain("no instructions");
  });

  test("search finds papers and names; a paper is then called by its key", async () => {
    const { text } = await call("search", { query: "treemaps", count: 3 });
    const keys = [...text.matchAll(/^(p\d+) {2}.*treemap/gim)].map(([, key]) => key);
    expect(keys).toHaveLength(3);
    const paper = (await call("paper", { paper: keys[0] })).text;
    expect(paper).toMatch(new RegExp(`^${keys[0]}  .*treemap`, "i"));
    expect(paper).toMatch(/^authors: /m);
    expect(paper).toMatch(/^topic: \d+ /m);
    expect(paper).toMatch(/^keyword links: p\d+/m);
    expect((await call("similar", { paper: keys[0], count: 2 })).text).toMatch(/^0\.\d{3} {2}p\d+/m);
  });

  test("topic lists all, or says what is in one", async () => {
    const all = (await call("topic")).text;
    const [, name] = /^0: (.+?) \(\d+ papers?;/m.exec(all) ?? [];
    const one = await call("topic", { topic: name });
    expect(one.text).toBe((await call("topic", { topic: "0" })).text);
    expect(one.text).toMatch(/^p\d+ {2}/m);
  });

  test("why says what the command line says", async () => {
    const { stdout } = spawnSync(process.execPath, [CLI, "why", "map.json", "p1", "p2"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect((await call("why", { first: "p1", second: "p2" })).text).toBe(stdout);
  });

  test("path leads from one paper to another over links of the kinds asked for", async () => {
    const lines = (await call("path", { from: "p1", to: "p9" })).text.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^p1 {2}/);
    expect(lines.at(-1)).toMatch(/^p9 {2}/);
    expect(lines.filter((_, k) => k % 2 === 1).every((line) => /^ {2}[a-z]/.test(line))).toBe(true);
    expect((await call("path", { from: "p1", to: "p9", kinds: ["semantic"] })).text).toBe(
      "No links of the kinds semantic lead from p1 to p9.",
    );
  });

  test("what cannot be answered is an error that says what was expected", async () => {
    expect(await call("paper", { paper: "p99999" })).toEqual({
      isError: true,
      text: expect.stringContaining("no paper has the key, id or DOI"),
    });
    expect(await call("topic", { topic: "nothing of the kind" })).toEqual({
      isError: true,
      text: expect.stringContaining("expected a number or a name: 0 "),
    });
    expect((await call("search", { query: "x", count: 0 })).isError).toBe(true);
    expect((await call("search", { query: "qqqq zzzz" })).text).toBe(
      'Nothing has all the words of "qqqq zzzz".',
    );
  });

  test("ends when its input does, with 0", () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, "mcp", "map.json"], {
      cwd: folder,
      input: "",
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("a file that is no map is told of before anything is answered", () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, "mcp", "none.json"], {
      cwd: folder,
      input: "",
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("cannot open none.json")]);
  });
});
