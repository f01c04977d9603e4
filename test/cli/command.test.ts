import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { fromBase64 } from "../../src/kernel/base64.ts";
import { CLI, runIn } from "./run.ts";

const DEMO = resolve("data/resnet_papers_page.txt");
const folder = mkdtempSync(join(tmpdir(), "topograph cli ü "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], input?: string | Buffer) => runIn(folder, words, input);

const read = (name: string) => readFileSync(join(folder, name), "utf8");
const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);

const RECORDS = [
  {
    id: "a",
    title: "Deep residual learning for image recognition",
    abstract: "Residual networks ease training.",
    year: 2016,
    references: ["b"],
  },
  {
    id: "b",
    title: "Residual networks behave like ensembles",
    abstract: "Residual networks are ensembles of paths.",
    year: 2016,
  },
  {
    id: "c",
    title: "Training very deep networks for image recognition",
    abstract: "Deep networks are hard to train.",
    year: 2015,
  },
];
const JSONL = RECORDS.map((record) => `${JSON.stringify(record)}\n`).join("");

describe.skipIf(!existsSync(CLI))("the command line", () => {
  test("build: the demo in every format, twice the same bytes, whatever the number of threads", () => {
    const names = [
      "map.json",
      "map.gexf",
      "map.graphml",
      "map.vosviewer.json",
      "map.net",
      "map.csv",
      "map.ris",
      "map.bib",
    ];
    const outputs = (prefix: string) => names.flatMap((name) => ["-o", prefix + name]);
    expect(run(["build", DEMO, ...outputs("1"), "--threads", "1"]).code).toBe(0);
    expect(run(["build", DEMO, ...outputs("2"), "--threads", "4"]).code).toBe(0);
    const files = [
      "map.json",
      "map.gexf",
      "map.graphml",
      "map.net",
      "map.clu",
      "map.vec",
      "map.nodes.csv",
      "map.edges.csv",
    ];
    for (const name of files) expect(read(`2${name}`), name).toBe(read(`1${name}`));
    const map = JSON.parse(read("1map.json"));
    expect(map.nodes).toHaveLength(144);
    expect(map.nodes[0].attributes.label).toBe("Bottleneck Transformers for Visual Recognition");
    expect(map.attributes.inputs[0].name).toBe("resnet_papers_page.txt");
    expect(
      new Set(map.edges.map((edge: { attributes: { kind: string } }) => edge.attributes.kind)),
    ).toContain("keyword");
  });

  test("convert: a saved map gives the same bytes as the build", () => {
    write("in.jsonl", JSONL);
    expect(run(["build", "in.jsonl", "-o", "c.json", "-o", "c.gexf"]).code).toBe(0);
    expect(run(["convert", "c.json", "-o", "d.json", "-o", "d.gexf"]).code).toBe(0);
    expect([read("d.json"), read("d.gexf")]).toEqual([read("c.json"), read("c.gexf")]);
  });

  test("standard input, packed or not, to standard output: data only", () => {
    const plain = run(["build", "-", "-o", "-"], JSONL);
    const packed = run(["build", "-", "-o", "-"], gzipSync(JSONL));
    expect(JSON.parse(plain.stdout).nodes).toHaveLength(3);
    expect(JSON.parse(packed.stdout).nodes).toEqual(JSON.parse(plain.stdout).nodes);
  });

  test("the order of the files does not matter; --edges chooses what is written", () => {
    write("x.jsonl", JSONL.split("\n")[0]);
    write("y.jsonl", JSONL.split("\n").slice(1).join("\n"));
    const one = run(["build", "x.jsonl", "y.jsonl", "-o", "-"]);
    expect(run(["build", "y.jsonl", "x.jsonl", "-o", "-"]).stdout).toBe(one.stdout);
    const kinds = (text: string) =>
      JSON.parse(text).edges.map((e: { attributes: { kind: string } }) => e.attributes.kind);
    expect(kinds(one.stdout)).toContain("citation");
    expect(
      new Set(kinds(run(["build", "x.jsonl", "y.jsonl", "-o", "-", "--edges", "citation"]).stdout)),
    ).toEqual(new Set(["citation"]));
  });

  test("inspect --json has the shape of the contract", () => {
    write("in.jsonl", `${JSONL}not json\n`);
    const report = JSON.parse(run(["inspect", "in.jsonl", "--json"]).stdout);
    expect(report).toMatchObject({
      papers: 3,
      duplicates: 0,
      missing: { abstract: 0, year: 0, references: 2 },
    });
    expect(report.files[0]).toMatchObject({ name: "in.jsonl", papers: 3, warnings: [{ line: 4 }] });
  });

  test("inspect --json lists every merge; --keep-apart takes back those in a file, --merge versions joins versions", () => {
    const title = "title={A study of rivers and their many names}, author={Bee, Ann}";
    write(
      "m.bib",
      `@article{a, ${title}, year=2001, journal={Letters}, doi={10.1234/x}}
@article{b, ${title}, year=2001, doi={10.1234/x}, abstract={Rivers.}}
@inproceedings{c, ${title}, year=2000, booktitle={Proc. of the Conference}}`,
    );
    const inspect = (...more: string[]) => JSON.parse(run(["inspect", "m.bib", "--json", ...more]).stdout);
    const { papers, duplicates, matches } = inspect();
    expect([papers, duplicates]).toEqual([2, 1]);
    expect(matches).toEqual([
      {
        record: "doi:10.1234/x~2",
        file: "m.bib",
        line: 2,
        id: "b",
        title: "A study of rivers and their many names",
        into: expect.objectContaining({ file: "m.bib", line: 1, id: "a", identity: "doi:10.1234/x" }),
        because: "doi",
        shared: "10.1234/x",
        merged: true,
        gave: ["abstract"],
      },
      expect.objectContaining({ id: "c", because: "version", merged: false }),
    ]);
    write("apart.txt", `# not these\n${matches[0].record}\n`);
    expect(inspect("--keep-apart", "apart.txt")).toMatchObject({ papers: 3, duplicates: 0 });
    expect(inspect("--merge", "versions")).toMatchObject({ papers: 1, duplicates: 2 });
    expect(run(["inspect", "m.bib"]).stdout).toContain(
      "m.bib line 2 b → m.bib line 1 a: the same DOI 10.1234/x; gave abstract",
    );
    const map = JSON.parse(run(["build", "m.bib", "-o", "-", "--keep-apart", "apart.txt"]).stdout);
    expect(map.attributes.parameters.keepApart).toEqual(["doi:10.1234/x~2"]);
    // The next map of the same records has them apart, too.
    write("apart.json", JSON.stringify(map));
    const next = JSON.parse(run(["build", "m.bib", "-o", "-", "--base", "apart.json"]).stdout);
    expect(next.nodes).toHaveLength(3);
    expect(run(["inspect", "m.bib", "--merge", "all"]).code).toBe(2);
  });

  test("why: terms with their share, the sentences they stand in", () => {
    write("in.jsonl", JSONL);
    run(["build", "in.jsonl", "-o", "w.json"]);
    const { stdout, code } = run(["why", "w.json", "p1", "behave like ensembles"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ % {2}residual/);
    expect(stdout).toMatch(/\[[Rr]esidual/);
    expect(stdout).toContain("citation (p1 → p2)");
    expect(run(["similar", "w.json", "p1"]).stdout).toContain("p2  Residual networks behave like ensembles");
  });

  test.each([
    [["build", "in.jsonl"], 2, "no output is named"],
    [["build", "none.bib", "-o", "m.json"], 1, "there is no such file"],
    [["build", "empty.bib", "-o", "m.json"], 1, "empty"],
    [["convert", "in.jsonl", "-o", "m.gexf"], 1, "not a saved map"],
    [["why", "in.jsonl", "a", "b"], 1, "; topograph build in.jsonl -o map.json makes one of papers"],
    [["mcp", "empty.bib"], 1, "empty.bib: not a saved map: the file is empty; it was cut off"],
    [["build", "warn.jsonl", "-o", "m.json", "--strict"], 3, "--strict"],
    [["build", "in.jsonl", "-o", "none/m.json"], 1, "its folder does not exist"],
    [["bild"], 1, "no such file"],
  ] as const)("%j exits with %i and says %s, leaving nothing", (words, code, message) => {
    write("in.jsonl", JSONL);
    write("empty.bib", "");
    write("warn.jsonl", `${JSONL}not json\n`);
    const before = readdirSync(folder).sort();
    const result = run(words);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(/^error: /m);
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test.skipIf(!existsSync("dist/page-single/index.html"))("html: one file that holds the map, packed", () => {
    write(
      "in.jsonl",
      JSONL.replace("Deep residual", () => "</script> $& Deep residual"),
    );
    expect(run(["build", "in.jsonl", "-o", "page.html", "-o", "page.json"]).code).toBe(0);
    const page = read("page.html");
    const packed = /<script id="topograph-map" type="application\/gzip">([^<]+)<\/script>/.exec(page)?.[1];
    const lines = gunzipSync(fromBase64(packed ?? ""))
      .toString()
      .split("\n");
    const papers = lines.map((line) => JSON.parse(line || "{}")).find(({ key }) => key === "nodes");
    const titles = new Map<string, string[]>(papers.columns).get("label");
    expect(titles?.[0]).toBe("</script> $& Deep residual learning for image recognition");
    expect(page).toContain("script-src 'sha256-");
  });

  test("a closed pipe ends quietly", async () => {
    const child = spawn(process.execPath, [CLI, "build", DEMO, "-o", "-", "-q"], { cwd: folder });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await ended(child)).toBe(0);
    expect(stderr).not.toContain("error:");
  });

  test("a bibliography is never its own output: exit code 2, not a byte changed", () => {
    write("refs.bib", "@article{a, title = {Deep residual learning}, volume = {3}}");
    const result = run(["build", "refs.bib", "-o", "./refs.bib"]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("the output refs.bib is the input refs.bib; choose another name");
    expect(read("refs.bib")).toContain("volume = {3}");
    write("apart.json", "doi:10.1234/x~2");
    expect(run(["build", "refs.bib", "--keep-apart", "apart.json", "-o", "apart.json"]).code).toBe(2);
    expect(read("apart.json")).toBe("doi:10.1234/x~2");
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk behind standard output or error", () => {
    write("in.jsonl", JSONL);
    const shell = (line: string) =>
      spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8", env: { ...process.env, CLI } });
    const out = shell(`node "$CLI" build in.jsonl -o - > /dev/full`);
    expect([out.status, out.stderr]).toEqual([
      1,
      expect.stringContaining("error: the disk is full; make room"),
    ]);
    expect(shell(`node "$CLI" build in.jsonl -o silent.json 2> /dev/full`).status).toBe(0);
    expect(JSON.parse(read("silent.json")).nodes).toHaveLength(3);
  });

  test("Ctrl-C: exit code 130, the old file whole, nothing half-written", async () => {
    write("old.json", "old");
    const command = [CLI, "build", "-", "-o", "old.json", "-o", "new.gexf", "-q"];
    const child = spawn(process.execPath, command, { cwd: folder });
    // More than fits between the two: once it is written, it is being read by who listens for signals. It waits for the
    // rest of its input when the signal comes: it cannot have been done before.
    await new Promise((written) => child.stdin.write(JSONL.repeat(1_000_000 / JSONL.length), written));
    child.kill("SIGINT");
    expect(await ended(child)).toBe(130);
    expect(read("old.json")).toBe("old");
    expect(readdirSync(folder).filter((name) => /tmp$|^new/.test(name))).toEqual([]);
  });

  test.skipIf(!existsSync("dist/page/index.html"))(
    "serve: prints the address, gives page and map, ends with Ctrl-C",
    async () => {
      write("in.jsonl", JSONL);
      const child = spawn(process.execPath, [CLI, "serve", "in.jsonl", "--port", "0"], { cwd: folder });
      const printed = await new Promise<string>((resolveAddress) =>
        child.stdout.once("data", (chunk) => resolveAddress(String(chunk).trim())),
      );
      const [, address, query] = /^(http:\/\/localhost:\d+\/)(\?token=\w+)$/.exec(printed) ?? [];
      expect(await (await fetch(printed)).text()).toContain('<link rel="topograph-map" href="map.json">');
      expect((await fetch(`${address}map.json`)).status).toBe(403);
      const map = (await (await fetch(`${address}map.json${query}`)).json()) as { nodes: unknown[] };
      expect(map.nodes).toHaveLength(3);
      child.kill("SIGINT");
      expect(await ended(child)).toBe(130);
    },
  );

  test.skipIf(!existsSync("dist/page/index.html") || process.platform !== "linux").each([
    [0, "opened in the browser"],
    [3, "no browser could be opened"],
  ])(
    "without a file: the first screen, no map; says whether a browser opened (xdg-open ends with %i)",
    async (code, said) => {
      write("xdg-open", `#!/bin/sh\nexit ${code}\n`);
      chmodSync(join(folder, "xdg-open"), 0o755);
      const child = spawn(process.execPath, [CLI], { cwd: folder, env: { PATH: folder, PORT: "0" } });
      let [address, told] = ["", ""];
      child.stdout.on("data", (chunk) => (address += chunk));
      child.stderr.on("data", (chunk) => (told += chunk));
      await expect.poll(() => told).toContain(said);
      expect(address).toMatch(/^http:\/\/localhost:\d+\/\n$/);
      expect(await (await fetch(address)).text()).not.toContain("topograph-map");
      expect((await fetch(`${address.trim()}map.json`)).status).toBe(404);
      child.kill("SIGINT");
      expect(await ended(child)).toBe(130);
    },
  );
});

/** The exit code as a shell sees it: a signal that comes before the program listens ends it with 128 + its number. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolveCode) =>
    child.once("close", (code, signal) => resolveCode(signal === "SIGINT" ? 130 : code)),
  );
}
