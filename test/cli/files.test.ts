import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inputFiles, openInputs, readTextFile } from "../../src/cli/inputs.ts";
import { errorText } from "../../src/cli/messages.ts";
import { checkOutputs, writeOutputs } from "../../src/cli/outputs.ts";
import type { TopographError } from "../../src/model/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph files ü "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text = ""): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("nothing of the user's is overwritten", () => {
  const refs = file("mine/refs.bib", "@article{a}");
  const at = (name: string) => join(folder, "mine", name);
  const refusal = (outputs: string[], inputs: string[] = []) => {
    try {
      checkOutputs(outputs, inputs);
      return "";
    } catch (error) {
      return `${(error as TopographError).kind}: ${(error as TopographError).message}`;
    }
  };

  test("an output that is an input, by any name: path, ./ and .., symbolic and hard links, a file of an input folder", () => {
    symlinkSync(refs, at("symbolic.bib"));
    symlinkSync("mine", join(folder, "same folder"));
    linkSync(refs, at("hard.bib"));
    const names = ["refs.bib", "./x/../refs.bib", "symbolic.bib", "hard.bib", "../same folder/refs.bib"];
    mkdirSync(at("x"));
    for (const name of names) {
      const output = `${folder}/mine/${name}`;
      expect(refusal([output], [refs]), name).toContain(`usage: the output ${output} is the input ${refs}`);
    }
    expect(refusal([refs], inputFiles([join(folder, "mine")]))).toContain("is the input");
    expect(refusal([at("other.bib")], [refs])).toBe("");
    expect(readFileSync(refs, "utf8")).toBe("@article{a}");
  });

  test("two outputs that are one file, before anything is written", () => {
    const [a, b] = [`${folder}/mine/y.net`, `${folder}/mine/./y.net`];
    expect(refusal([a, b])).toBe(`usage: the outputs ${a} and ${b} are one file; name them differently`);
    symlinkSync("later.net", at("link.net"));
    expect(refusal([at("link.net"), at("later.net")])).toContain("are one file");
    expect(readdirSync(join(folder, "mine"))).not.toContain("y.net");
  });

  test("a symbolic link is followed, also to a file that is not there yet; a file that is replaced keeps its permissions", () => {
    const real = file("real/map.json", "old");
    chmodSync(real, 0o640);
    symlinkSync(real, at("map.json"));
    symlinkSync("../real/new.json", at("new.json"));
    for (const name of ["map.json", "new.json"]) writeOutputs([{ path: at(name), chunks: () => ["new"] }]);
    expect(readFileSync(real, "utf8")).toBe("new");
    expect(readFileSync(join(folder, "real/new.json"), "utf8")).toBe("new");
    expect(lstatSync(at("map.json")).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, "real")).sort()).toEqual(["map.json", "new.json"]);
  });
});

describe("what the system refuses is told in plain words, not as a bug", () => {
  test.each([
    ["EACCES", "you may not open it"],
    ["ENOTDIR", "a part of its path is a file"],
    ["ELOOP", "its symbolic links lead in a circle"],
    ["ENAMETOOLONG", "its name is too long"],
    ["EMFILE", "this program may open no more files"],
    ["ENOSPC", "the disk is full; make room"],
    ["EIO", "the disk or device failed"],
  ])("%s", (code, words) => {
    const error = Object.assign(new Error(`${code}: low-level text`), { code, path: "refs.bib" });
    expect(errorText(error)).toMatch(`error: refs.bib: ${words}`);
    expect(errorText(error)).not.toMatch(/bug|low-level/);
  });

  test("a deleted folder, a value of more than half a gigabyte", () => {
    const gone = Object.assign(new Error("ENOENT: no such file, uv_cwd"), {
      code: "ENOENT",
      syscall: "uv_cwd",
    });
    expect(errorText(gone)).toBe("error: the folder that you are in was deleted; change to another\n");
    expect(errorText(new RangeError("Invalid string length"))).toContain("longer than half a gigabyte");
  });

  test("real ones: a name too long, a file as a folder, links in a circle", () => {
    symlinkSync("circle", join(folder, "circle"));
    expect(() => openInputs([join(folder, "a".repeat(300))])).toThrow("its name is too long");
    expect(() => openInputs([join(file("plain.bib"), "x.bib")])).toThrow("a part of its path is a file");
    expect(() => openInputs([join(folder, "circle")])).toThrow("lead in a circle");
    expect(() => checkOutputs([join(folder, "circle")], [])).toThrow("lead in a circle");
    expect(() => checkOutputs([join(folder, "b".repeat(300))], [])).toThrow("its name is too long");
  });

  test("a binary file is no list of stop words", async () => {
    for (const bytes of [Uint8Array.of(0x89, 0x50, 0), Uint8Array.of(0xff, 0xfe, 0x41)]) {
      writeFileSync(file("words.txt"), bytes);
      await expect(readTextFile(join(folder, "words.txt"))).rejects.toThrow("is no text");
    }
  });
});
