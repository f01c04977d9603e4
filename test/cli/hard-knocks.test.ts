import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

/** Which operation on files fails, counted from 1, and how: the disk is full, or the process is gone and nothing happens any more. */
const failing = vi.hoisted(() => ({ at: 0, done: 0, isGone: false, isOff: true }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const counted = <F extends (...words: never[]) => unknown>(operation: F) =>
    ((...words: Parameters<F>) => {
      if (failing.isOff) return operation(...words);
      failing.done++;
      if (failing.isGone && failing.done >= failing.at) throw new Error("the process is gone");
      if (failing.done === failing.at) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
      return operation(...words);
    }) as unknown as F;
  return {
    ...real,
    openSync: counted(real.openSync),
    writeSync: counted(real.writeSync),
    fsyncSync: counted(real.fsyncSync),
    closeSync: counted(real.closeSync),
    renameSync: counted(real.renameSync),
    rmSync: counted(real.rmSync),
  };
});

// Other files of this process may have loaded it with the real disk.
vi.resetModules();
const { removeTemporaries, writeOutputs } = await import("../../src/cli/outputs.ts");

const folder = fs.mkdtempSync(join(tmpdir(), "topograph knocks ü "));
afterAll(() => {
  failing.isOff = true;
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Two files of 100 pieces each: 208 operations. */
const files = ["map one.gexf", "map två.csv"].map((name) => ({
  path: join(folder, name),
  chunks: () => Array.from({ length: 100 }, (_, k) => `${name} ${k}\n`),
}));
const NEW = files.map(({ chunks }) => chunks().join(""));
const OLD = ["the old graph", "the old table"];

function attempt(at: number, isGone: boolean): boolean {
  Object.assign(failing, { at, done: 0, isGone, isOff: false });
  try {
    writeOutputs(files);
    return true;
  } catch {
    return false;
  } finally {
    failing.isOff = true;
  }
}

describe("whatever operation a write ends at", () => {
  beforeEach(() => {
    for (const [k, { path }] of files.entries()) {
      removeTemporaries(path);
      fs.writeFileSync(path, OLD[k]);
    }
  });

  test("there are more than 200 of them", () => {
    expect(attempt(Number.POSITIVE_INFINITY, false)).toBe(true);
    expect(failing.done).toBeGreaterThan(200);
    expect(files.map(({ path }) => fs.readFileSync(path, "utf8"))).toEqual(NEW);
  });

  test.each([
    ["the process is killed", true],
    ["the disk is full", false],
  ])("%s: every file is the old one or the new one, whole", (_name, isGone) => {
    for (let at = 1; at <= 210; at++) {
      for (const [k, { path }] of files.entries()) fs.writeFileSync(path, OLD[k]);
      attempt(at, isGone);
      for (const [k, { path }] of files.entries())
        expect([OLD[k], NEW[k]], `operation ${at}`).toContain(fs.readFileSync(path, "utf8"));
      // A full disk is noticed: nothing half-written is left behind.
      if (!isGone)
        expect(
          fs.readdirSync(folder).filter((name) => name.endsWith(".tmp")),
          `operation ${at}`,
        ).toEqual([]);
      for (const { path } of files) removeTemporaries(path);
    }
  });
});
