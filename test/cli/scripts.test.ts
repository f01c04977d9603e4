import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { lackText } from "../../src/cli/picture.ts";
import { collectionOf } from "../export/font-collection.ts";
import { textOf } from "../export/read-pdf.ts";
import { CLI, runIn } from "./run.ts";

const font = (name: string) => resolve("test/fixtures/fonts", name);
const folder = mkdtempSync(join(tmpdir(), "topograph-scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, words);
const read = (name: string) => readFileSync(join(folder, name));

/** Twelve papers in each language; a name of a topic, and the font that has its letters. */
const SCRIPTS = [
  ["zh", "cjk.otf", "水质"],
  ["ja", "cjk.otf", "水質"],
  ["ko", "cjk.otf", "백신 접종"],
  ["ar", "arabic.ttf", "جودة المياه"],
  ["he", "hebrew.ttf", "איכות המים"],
  ["hi", "devanagari.ttf", "जल गुणवत्ता"],
  ["th", "thai.ttf", "คุณภาพน้ำ"],
] as const;

/** The characters of a text, in their order: fonts turn them and put marks before letters. */
const lettersOf = (text: string) => new Set(text.normalize("NFKC").replace(/\s/g, ""));

describe.skipIf(!existsSync(CLI))("maps in any script", () => {
  test.each(SCRIPTS)(
    "%s: picture, PDF and slides have its letters, by the font that is named",
    (name, file, topic) => {
      const source = resolve("test/fixtures/scripts", `${name}.csv`);
      const outputs = ["png", "pdf", "pptx"].flatMap((end) => ["-o", `${name}.${end}`]);
      const { code, stderr } = run("build", source, ...outputs, "--font", font(file), "-q");
      expect([code, stderr]).toEqual([0, ""]);
      const found = textOf(read(`${name}.pdf`)).normalize("NFKC");
      expect(found).not.toContain("?");
      for (const letter of lettersOf(topic)) expect(found, letter).toContain(letter);
      const parts = unzipSync(read(`${name}.pptx`));
      expect(strFromU8(parts["ppt/slides/slide1.xml"])).toContain(topic);
      expect(strFromU8(parts["ppt/theme/theme1.xml"])).toMatch(/<a:(?:ea|cs) typeface="Noto Sans/);
      expect(read(`${name}.png`).subarray(1, 4).toString()).toBe("PNG");
    },
  );

  test("a font of a collection is taken like any other", () => {
    writeFileSync(
      join(folder, "two.ttc"),
      collectionOf([readFileSync(font("hebrew.ttf")), readFileSync(font("thai.ttf"))]),
    );
    const source = resolve("test/fixtures/scripts/th.csv");
    expect(run("build", source, "-o", "th2.pdf", "--font", "two.ttc", "-q")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(read("th2.pdf").toString("latin1")).toContain("NotoSansThai-Regular");
  });

  test.each([
    ["none.ttf", undefined, "none.ttf"],
    ["text.ttf", Buffer.from("no font at all"), "this is no font; expected a .ttf, .otf, .ttc or .otc"],
    ["cut.ttf", readFileSync(font("hebrew.ttf")).subarray(0, 4000), "the font is damaged or cut off"],
    ["web.woff", Buffer.from("wOFF\0\0\0\0"), "packed for the web (WOFF); give the .ttf or .otf"],
  ])("--font %s is refused with the reason, before anything is built", (name, bytes, reason) => {
    if (bytes) writeFileSync(join(folder, name), bytes);
    const { code, stderr } = run(
      "build",
      resolve("test/fixtures/scripts/he.csv"),
      "-o",
      "x.png",
      "--font",
      name,
    );
    expect(code).toBe(1);
    expect(stderr).toContain(`--font ${name}: `);
    expect(stderr).toContain(reason);
    expect(existsSync(join(folder, "x.png"))).toBe(false);
  });

  test("letters that no font has are told of: how many, which, where first, and what to do", () => {
    const lack = new Map([..."ሰላም"].map((letter) => [letter, "ሰላም ለሁሉ"]));
    expect(lackText(lack)).toBe(
      '3 letters are in no font, drawn as "?": ሰ ላ ም (the first in “ሰላም ለሁሉ”); name a font that has them with --font FILE',
    );
    expect(lackText(new Map())).toBe("");
  });

  test("--dpi says how many pixels an inch of a PNG has: a4 at 300 is 3509 × 2481, 11811 a metre", () => {
    const source = resolve("test/fixtures/scripts/he.csv");
    expect(run("build", source, "-o", "a4.png", "--size", "a4", "--dpi", "300", "-q").code).toBe(0);
    const png = read("a4.png");
    // 1123 and 794 pixels of 1/96 inch times 300 / 96.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].map((n) => Math.round(n / 10))).toEqual([351, 248]);
    const at = png.indexOf("pHYs");
    // 300 an inch of 0.0254 m.
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([11811, 11811, 1]);
    const { code, stderr } = run("build", source, "-o", "x.png", "--dpi", "300", "--scale", "2");
    expect(code).toBe(2);
    expect(stderr).toContain("--scale and --dpi both");
  });
});
