import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

/** Which operation on files fails, counted from 1, and with which error; without one the process is gone and nothing happens any more. */
const failing = vi.hoisted(() => ({ at: 0, done: 0, code: "", isOff: true }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const counted = <F extends (...words: never[]) => unknown>(operation: F) =>
    ((...words: Parameters<F>) => {
      if (failing.isOff) return operation(...words);
      failing.done++;
      if (failing.code === "" && failing.done >= failing.at) throw new Error("the process is gone");
      if (failing.done === failing.at) throw Object.assign(new Error("it failed"), { code: failing.code });
      return operation(...words);
    }) as unknown as F;
  return {
    ...real,
    openSync: counted(real.openSync),
    writeSync: counted(real.writeSync),
    // The disk need not be waited for: nothing here outlives the machine.
    fsyncSync: counted(() => undefined),
    closeSync: counted(real.closeSync),
    renameSync: counted(real.renameSync),
    rmSync: counted(real.rmSync),
  };
});

// Other files of this process may have loaded it with the real disk.
vi.resetModules();
const { FORMATS } = await import("../../src/cli/formats.ts");
const { writerOf } = await import("../../src/cli/writers.ts");
const { sampleMap } = await import("../sample-map.ts");
const { removeTemporaries, writeOutputs } = await import("../../src/cli/outputs.ts");

const PAGE = '<html><script id="topograph-map"></script></html>';
const folder = fs.mkdtempSync(join(tmpdir(), "topograph knocks ü "));
afterAll(() => {
  failing.isOff = true;
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Every format of the command line, in pieces so small that writing takes more than 200 operations. */
const writers = FORMATS.map(({ extension }) => writerOf(`map${extension}`));
const files = writers
  .filter(({ prepare }) => prepare === undefined)
  .flatMap((writer) =>
    Object.entries(writer.files).map(([ending, write]) => ({
      path: join(folder, `map ü${ending}`),
      text: pieces(write(sampleMap(), { page: () => PAGE })),
    })),
  );
const outputs = files.map(({ path, text }) => ({ path, chunks: () => text }));
const NEW = files.map(({ text }) => text.join(""));
const OLD = files.map(({ path }) => `the old ${path}`);

function pieces(chunks: Iterable<string | Uint8Array>): string[] {
  const text = [...chunks]
    .map((chunk) => (typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk)))
    .join("");
  const length = Math.max(1, Math.ceil(text.length / 9));
  return Array.from({ length: Math.ceil(text.length / length) }, (_, k) =>
    text.slice(k * length, (k + 1) * length),
  );
}

/** @returns what was said of the failure; "" where there was none */
function attempt(at: number, code: string): string {
  Object.assign(failing, { at, done: 0, code, isOff: false });
  try {
    writeOutputs(outputs);
    return "";
  } catch (error) {
    return String(error);
  } finally {
    failing.isOff = true;
  }
}

const begin = () => {
  for (const [k, { path }] of outputs.entries()) {
    removeTemporaries(path);
    fs.writeFileSync(path, OLD[k]);
  }
};

describe("whatever operation a write ends at", () => {
  beforeEach(begin);

  test("every format is among the outputs, and writing them takes more than 200 operations", () => {
    expect(attempt(Number.POSITIVE_INFINITY, "")).toBe("");
    expect(failing.done).toBeGreaterThan(200);
    expect(outputs.map(({ path }) => fs.readFileSync(path, "utf8"))).toEqual(NEW);
    expect(files.map(({ path }) => path.slice(path.indexOf(".")))).toEqual(
      expect.arrayContaining(
        [".json", ".gexf", ".graphml", ".csv", ".html", ".svg", ".bib"].map((e) =>
          expect.stringContaining(e),
        ),
      ),
    );
  });

  test.each([
    ["the process is killed", "", "the process is gone"],
    ["the disk is full", "ENOSPC", "the disk is full; make room and try again"],
    ["the disk fails", "EIO", "the disk or device failed"],
    ["the folder is locked meanwhile", "EACCES", "you may not open it"],
    ["the pipe behind it is closed", "EPIPE", ""],
  ])("%s: every file is the old one or the new one, whole, and the reason is told", (_name, code, reason) => {
    attempt(Number.POSITIVE_INFINITY, code);
    const operations = failing.done;
    begin();
    for (let at = 1; at <= operations; at++) {
      const said = attempt(at, code);
      if (said !== "") expect(said, `operation ${at}`).toContain(reason);
      for (const [k, { path }] of outputs.entries()) {
        const text = fs.readFileSync(path, "utf8");
        expect([OLD[k], NEW[k]], `operation ${at}`).toContain(text);
        if (text !== OLD[k]) fs.writeFileSync(path, OLD[k]);
      }
      // A failure is noticed: nothing half-written is left behind. A process that is gone leaves its temporary files.
      const left = fs.readdirSync(folder).filter((name) => name.endsWith(".tmp"));
      if (code !== "") expect(left, `operation ${at}`).toEqual([]);
      if (left.length > 0) for (const { path } of outputs) removeTemporaries(path);
    }
  });
});
