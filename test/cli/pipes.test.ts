import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const CLI = resolve("dist/cli.js");
const DEMO = resolve("data/resnet_papers_page.txt");
const folder = mkdtempSync(join(tmpdir(), "topograph Rohrpost ü "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...words: string[]) => spawn(process.execPath, [CLI, ...words], { cwd: folder });
const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => child.once("close", (code) => done(code)));

describe.skipIf(!existsSync(CLI))("beside other programs", () => {
  beforeAll(() => {
    expect(
      spawnSync(process.execPath, [CLI, "build", DEMO, "-o", "map.json", "-q"], { cwd: folder }).status,
    ).toBe(0);
  });

  test.each([
    [["convert", "map.json", "-o", "-", "-q"]],
    [["inspect", DEMO, "--json"]],
    [["similar", "map.json", "p1"]],
    [["--help"]],
  ])("%j into a pipe that closes ends quietly", async (words) => {
    const child = start(...words);
    let stderr = "";
    child.stderr.on("data", (data) => (stderr += data));
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await ended(child)).toBe(0);
    expect(stderr).not.toMatch(/error:|EPIPE| at .*:\d+:\d+/);
  });

  test("two processes write the same output: both end well, the file is whole, nothing else is left", async () => {
    const before = readdirSync(folder);
    const codes = await Promise.all(
      [0, 1, 2].map(() => ended(start("convert", "map.json", "-o", "same file ö.gexf", "-q"))),
    );
    expect(codes).toEqual([0, 0, 0]);
    expect(readFileSync(join(folder, "same file ö.gexf"), "utf8")).toMatch(/^<\?xml[\s\S]*<\/gexf>\n$/);
    expect(readdirSync(folder).sort()).toEqual([...before, "same file ö.gexf"].sort());
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a folder that may not be written is named before any work",
    async () => {
      const locked = join(folder, "locked");
      mkdirSync(locked);
      chmodSync(locked, 0o555);
      const child = start("convert", "map.json", "-o", "locked/x.gexf");
      let stderr = "";
      child.stderr.on("data", (data) => (stderr += data));
      expect(await ended(child)).toBe(1);
      expect(stderr).toContain("you may not write there");
    },
  );

  test.skipIf(process.platform === "win32")(
    "a file larger than the disk allows: an error, the old file whole",
    () => {
      expect(
        spawnSync(process.execPath, [CLI, "convert", "map.json", "-o", "kept.gexf", "-q"], { cwd: folder })
          .status,
      ).toBe(0);
      const old = readFileSync(join(folder, "kept.gexf"), "utf8");
      // 64 blocks of 512 or 1,024 bytes: far less than the file.
      const script = 'ulimit -f 64; exec "$0" "$@"';
      const words = ["-c", script, process.execPath, CLI, "convert", "map.json", "-o", "kept.gexf", "-q"];
      const { status, stderr } = spawnSync("sh", words, { cwd: folder, encoding: "utf8" });
      expect(status).not.toBe(0);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(readFileSync(join(folder, "kept.gexf"), "utf8")).toBe(old);
    },
  );
});
