import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

/**
 * What Zotero's local API answers (https://www.zotero.org/support/dev/web_api/v3/basics), as far as it is asked: lists
 * cut by `limit` and `start`, `Total-Results`, 403 where it is not allowed.
 */
const CLI = resolve("dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "topograph-zotero-"));

const WORDS = ["bees", "flowers", "pollen", "meadows", "orchids", "beetles"];
const item = (n: number, collections: string[]) => ({
  key: `ITEM${String(n).padStart(4, "0")}`,
  version: 0,
  library: { type: "user", id: 0, name: "My Library" },
  data: {
    key: `ITEM${String(n).padStart(4, "0")}`,
    itemType: "journalArticle",
    title: `Paper ${n} on ${WORDS[n % 6]} and ${WORDS[(n + 1) % 6]}`,
    creators: [{ creatorType: "author", firstName: "Ada", lastName: `Writer${n}` }],
    abstractNote: `We study ${WORDS[n % 6]}, ${WORDS[(n + 2) % 6]} and what they have in common.`,
    date: "2020-01-02",
    tags: [{ tag: WORDS[n % 6] }],
    collections,
    // Later ones were added earlier: the map has the order of their dates.
    dateAdded: `2024-01-01T00:00:${String(59 - (n % 60)).padStart(2, "0")}Z`,
  },
});
const NOTE = { key: "NOTE0001", data: { itemType: "note", note: "<p>No paper</p>", collections: ["BEES"] } };
const collection = (key: string, name: string, parentCollection: string | false = false) => ({
  key,
  version: 0,
  data: { key, name, parentCollection },
});

const state = {
  status: 200,
  asked: [] as { path: string; version: string | undefined }[],
  collections: [] as ReturnType<typeof collection>[],
  items: [] as { key: string; data: { collections: string[] } }[],
};
const reset = () => {
  state.status = 200;
  state.asked = [];
  state.collections = [
    collection("BEES", "Bees"),
    collection("WILD", "Wild bees", "BEES"),
    collection("ROSE", "Roses"),
    collection("OLD1", "Old", "BEES"),
    collection("OLD2", "Old", "ROSE"),
  ];
  // 120 in Bees (two pages), 3 below it, 2 elsewhere.
  state.items = [
    ...Array.from({ length: 120 }, (_, n) => item(n, ["BEES"])),
    ...[120, 121, 122].map((n) => item(n, ["WILD"])),
    ...[123, 124].map((n) => item(n, ["ROSE"])),
    NOTE,
  ];
};
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://zotero");
  state.asked.push({ path: pathname, version: request.headers["zotero-api-version"]?.toString() });
  const key = /\/collections\/(\w+)\/items\/top$/.exec(pathname)?.[1];
  const all = pathname.endsWith("/collections")
    ? state.collections
    : state.items.filter(({ data }) => key === undefined || data.collections.includes(key));
  const start = Number(searchParams.get("start") ?? 0);
  const limit = Number(searchParams.get("limit") ?? all.length);
  response.writeHead(state.status, {
    "Content-Type": "application/json",
    "Total-Results": String(all.length),
  });
  response.end(
    state.status === 200 ? JSON.stringify(all.slice(start, start + limit)) : "Local API is not enabled",
  );
});
let port = "";
let running: ChildProcess | undefined;

function start(...words: string[]) {
  const child = spawn(process.execPath, [CLI, "zotero", ...words, "--port", port], { cwd: folder });
  running = child;
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  const ended = new Promise<{ code: number | null; said: string }>((done) =>
    child.once("close", (code) => done({ code, said })),
  );
  return { child, ended, said: () => said };
}
const run = (...words: string[]) => start(...words).ended;

interface Saved {
  attributes: { title: string; inputs: { name: string; format: string }[] };
  nodes: {
    attributes: {
      id: string;
      label: string;
      authors: string[];
      year: number;
      keywords: string[];
      x: number;
      fields: object;
    };
  }[];
}
const map = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Saved;

describe.skipIf(!existsSync(CLI))("topograph zotero", () => {
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = String((server.address() as AddressInfo).port);
    reset();
  });
  afterEach(() => {
    running?.kill();
    reset();
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("maps a collection with those below it: all pages, no notes, in the order in which papers came", async () => {
    const { code, said } = await run("bees", "-o", "bees.json");
    expect([code, said]).toEqual([0, expect.stringContaining("123 papers")]);
    const { attributes, nodes } = map("bees.json");
    expect(attributes.title).toBe("Bees");
    expect(attributes.inputs).toMatchObject([{ name: "Bees.json", format: "json" }]);
    expect(nodes).toHaveLength(123);
    // Seconds run backwards with the number, from 59 at 0, 60 and 120; of one second the lower key comes first.
    expect(nodes.slice(0, 3).map(({ attributes: { id } }) => id)).toEqual([
      "ITEM0059",
      "ITEM0119",
      "ITEM0058",
    ]);
    const { attributes: first } = nodes[0];
    expect(first).toMatchObject({ authors: ["Ada Writer59"], year: 2020, keywords: ["beetles"] });
    expect(first.fields).toMatchObject({ collections: ["Bees"], tags: ["beetles"], type: "journalArticle" });
    expect(state.asked.every(({ version }) => version === "3")).toBe(true);
    expect(state.asked.filter(({ path }) => path.endsWith("/BEES/items/top"))).toHaveLength(2);
  });

  test("by path or key, or the whole library", async () => {
    expect((await run("Bees/Wild bees", "-o", "wild.json")).code).toBe(0);
    expect(map("wild.json").nodes).toHaveLength(3);
    expect((await run("ROSE", "-o", "rose.json")).code).toBe(0);
    expect(map("rose.json").nodes).toHaveLength(2);
    expect((await run("-o", "all.json", "--topics", "3")).code).toBe(0);
    expect(map("all.json").nodes).toHaveLength(125);
    expect(map("all.json").attributes.title).toBe("Zotero library");
  });

  test("the same library gives the same bytes", async () => {
    await run("bees", "-o", "one.json");
    await run("BEES", "-o", "two.json");
    expect(readFileSync(join(folder, "two.json"))).toEqual(readFileSync(join(folder, "one.json")));
  });

  test.each([
    [
      "nobody",
      'Zotero has no collection "nobody"; it has "Bees", "Bees/Wild bees", "Roses", "Bees/Old", "Roses/Old"',
    ],
    ["old", '2 collections are called "old": "Bees/Old", "Roses/Old"; name one by its path'],
    ["Bees/Old", 'the collection "Bees/Old" holds no papers'],
  ])("%s: %s", async (word, message) => {
    const { code, said } = await run(word, "-o", "never.json");
    expect([code, said]).toEqual([1, expect.stringContaining(message)]);
    expect(existsSync(join(folder, "never.json"))).toBe(false);
  });

  test("says what to do where Zotero does not allow it, or does not run", async () => {
    state.status = 403;
    expect((await run("bees", "-o", "never.json")).said).toContain(
      "under Advanced, allow other applications",
    );
    const used = port;
    port = "1";
    const { code, said } = await run("bees", "-o", "never.json");
    port = used;
    expect([code, said]).toEqual([
      1,
      expect.stringContaining("does not answer at http://127.0.0.1:1: start it"),
    ]);
  });

  test("a font that is none is refused before Zotero is asked", async () => {
    const asked = state.asked.length;
    const { code, said } = await run("bees", "-o", "never.png", "--font", "none.ttf");
    expect([code, said]).toEqual([1, expect.stringContaining("--font none.ttf: there is no such file")]);
    expect(state.asked).toHaveLength(asked);
  });

  test("an output is needed; a second collection is too many", async () => {
    expect(await run("bees")).toMatchObject({ code: 2, said: expect.stringContaining("no output is named") });
    expect(await run("a", "b", "-o", "x.json")).toMatchObject({ code: 2 });
  });

  test("--watch writes the map again when the collection has changed; known papers stay where they are", async () => {
    writeFileSync(join(folder, "watched.json"), "");
    const { child, said, ended } = start("bees", "-o", "watched.json", "--watch");
    await expect.poll(said).toContain("following the collection");
    const before = map("watched.json");
    expect(before.nodes).toHaveLength(123);
    state.status = 503; // Zotero is closed for a while.
    await expect.poll(said).toContain("warning: Zotero answers");
    const asked = state.asked.length;
    await expect.poll(() => state.asked.length).toBeGreaterThan(asked + 1);
    const troubles = said().match(/Zotero answers.*/g) ?? [];
    expect(troubles).toEqual([...new Set(troubles)]); // Each is said once, not at every look.
    state.items.push(item(125, ["BEES"]));
    state.status = 200;
    await expect.poll(() => map("watched.json").nodes.length).toBe(124);
    const after = map("watched.json");
    const place = ({ nodes }: Saved, id: string) =>
      nodes.find(({ attributes }) => attributes.id === id)?.attributes.x;
    expect(place(after, "ITEM0125")).toBeDefined();
    expect(place(after, "ITEM0007")).toBe(place(before, "ITEM0007"));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
  });
});
