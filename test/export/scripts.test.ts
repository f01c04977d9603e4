import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shippedFonts } from "../../src/build/fonts.ts";
import {
  chooseFonts,
  type FontFile,
  isFont,
  lettersBeyond,
  regionOf,
} from "../../src/export/choose-fonts.ts";
import { type Faces, openFaces } from "../../src/export/faces.ts";
import { pdfWriter } from "../../src/export/pdf.ts";
import { type Lack, runsOf } from "../../src/export/pdf-text.ts";
import { lettersBy } from "../../src/export/set-letters.ts";
import type { TextMark } from "../../src/scene/mark.ts";
import { textWidth } from "../../src/scene/metrics.ts";
import { collectionOf } from "./font-collection.ts";
import { textOf } from "./read-pdf.ts";

const FOLDER = "test/fixtures/fonts";
const fileOf = (name: string): FontFile => ({ name, read: () => readFileSync(`${FOLDER}/${name}`) });
const FILES = readdirSync(FOLDER)
  .filter((name) => /\.[ot]tf$/.test(name))
  .sort()
  .map(fileOf);
const shippedOf = (weight: number) =>
  [...shippedFonts()].filter(([name]) => name.endsWith(`-${weight}.woff`)).map(([, bytes]) => bytes);
const shipped: Faces = {
  regular: openFaces(shippedOf(400), "regular"),
  bold: openFaces(shippedOf(700), "bold"),
};
const line = (text: string): TextMark => ({
  shape: "text",
  text,
  x: 10,
  y: 20,
  size: 10,
  weight: 400,
  color: "#102030",
  isCentered: false,
});
const namesOf = (faces: Faces) => faces.regular.map(({ family }) => family);

describe("fonts are chosen", () => {
  test("by the letters they have, those of an earlier tier first, and the same whatever is asked twice", () => {
    const letters = lettersBeyond(["Maps of تعلم and 深度"], shipped.regular);
    expect(letters.join("")).toBe("تعلم深度");
    expect(namesOf(chooseFonts(letters, [FILES], "SC"))).toEqual(["Noto Sans Arabic", "Noto Sans CJK SC"]);
    const tiers = [[fileOf("cjk.otf")], FILES];
    expect(namesOf(chooseFonts(letters, tiers, "SC"))).toEqual(["Noto Sans CJK SC", "Noto Sans Arabic"]);
  });

  test("and what no file has stays without one", () => {
    expect(namesOf(chooseFonts(["ሰ"], [FILES], "SC"))).toEqual([]);
  });

  test("from a collection by its letters; a damaged file is none", () => {
    const both = collectionOf([fileOf("hebrew.ttf").read(), fileOf("thai.ttf").read()]);
    const collection = { name: "both.ttc", read: () => both };
    const damaged = { name: "damaged.ttf", read: () => new Uint8Array(40) };
    const faces = chooseFonts(["ก", "א"], [[damaged, collection]], "SC");
    expect(faces.regular.map(({ member }) => member)).toEqual([
      "NotoSansHebrew-Regular",
      "NotoSansThai-Regular",
    ]);
  });

  test("not from a file that was cut off, wherever", () => {
    const whole = fileOf("hebrew.ttf");
    const { length } = whole.read();
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99, 0.999]) {
      const cut = { name: "cut.ttf", read: () => whole.read().subarray(0, share * length) };
      expect(isFont(cut), String(share)).toBe(false);
      expect(namesOf(chooseFonts(["א"], [[cut], [whole]], "SC"))).toEqual(["Noto Sans Hebrew"]);
    }
    expect(isFont(whole)).toBe(true);
  });

  test("for the form of Chinese letters that the texts need: kana are Japanese, Hangul Korean", () => {
    expect(regionOf(["深度学习", "水质"])).toBe("SC");
    expect(regionOf(["深層学習による", "水質の", "深度"])).toBe("JP");
    expect(regionOf(["딥러닝", "Maps"])).toBe("KR");
  });
});

describe("lines", () => {
  const others = chooseFonts(lettersBeyond(["תהום מי", "شبكات عصبية", "ท"], shipped.regular), [FILES], "SC");
  const faces = [...shipped.regular, ...others.regular];
  const runs = (text: string) => runsOf(text, faces).map((run) => [run.text, run.isFromRight ?? false]);

  test("from the right begin with what is read last; numbers and Latin words in them run from the left", () => {
    // Read: מי, תהום, CNN. From the left: CNN, a space, then the two words, which their font turns.
    expect(runs("מי תהום CNN")).toEqual([
      ["CNN", false],
      ["מי תהום ", true],
    ]);
    // In brackets, which are mirrored: "(2005)" is read after the words and stands left of them.
    expect(runs("תהום (2005)")).toEqual([
      ["(", false],
      ["2005", false],
      [")", false],
      ["תהום ", true],
    ]);
  });

  test("from the left have a word from the right where it is, with the number after it on its left", () => {
    expect(runs("CNN מי 2")).toEqual([
      ["CNN ", false],
      ["2", false],
      ["מי ", true],
    ]);
  });

  test("letters that no font has are noted once, with the line they first stand in", () => {
    const lack: Lack = new Map();
    runsOf("ሰላም", faces, lack);
    runsOf("again ሰ", faces, lack);
    expect([...lack]).toEqual([
      ["ሰ", "ሰላም"],
      ["ላ", "ሰላም"],
      ["ም", "ሰላም"],
    ]);
  });
});

describe("letters", () => {
  test("are as wide as their font sets them: joined Arabic is narrower than its letters apart; Latin is as ever", () => {
    const others = chooseFonts(lettersBeyond(["شبكات"], shipped.regular), [FILES], "SC");
    const { width } = lettersBy(shipped, others);
    const apart = Array.from("شبكات").reduce((sum, letter) => sum + width(letter, 10, 400), 0);
    expect(width("شبكات", 10, 400)).toBeLessThan(apart * 0.9);
    expect(width("Maps", 10, 400)).toBeCloseTo(textWidth("Maps", 10, 400), 9);
  });

  test("are drawn as outlines beside text of the shipped font, one after the other", () => {
    const others = chooseFonts(lettersBeyond(["深度"], shipped.regular), [FILES], "SC");
    const { parts, width } = lettersBy(shipped, others);
    const found = parts({ ...line("CNN 深度"), isCentered: true, x: 100 }, new Map());
    const whole = width("CNN 深度", 10, 400);
    expect(found[0]).toEqual({ text: "CNN ", x: 100 - whole / 2 });
    expect(found[1]).toHaveProperty("outline", expect.stringMatching(/^M[\d.]+ [\d.]+/));
  });

  test.each([
    ["Chinese", "cjk.otf", "深度学习"],
    ["Korean", "cjk.otf", "딥러닝"],
    ["Thai", "thai.ttf", "การเรียนรู้"],
    ["Hebrew", "hebrew.ttf", "תהום"],
    ["Arabic", "arabic.ttf", "شبكات"],
    ["Devanagari", "devanagari.ttf", "नेटवर्क"],
  ])("of %s are embedded in a PDF, where they can be found", (_, name, text) => {
    const others = chooseFonts(lettersBeyond([text], shipped.regular), [[fileOf(name)]], "SC");
    const { add, end, lack } = pdfWriter({ regular: shippedOf(400), bold: shippedOf(700), others }, "");
    add({ marks: [line(text)], width: 100, height: 100 });
    const found = textOf(Buffer.concat(end()));
    expect(lack.size).toBe(0);
    // Glyphs stand from the left, and marks may come before their letter: the same characters all the same.
    expect([...found.normalize("NFKC")].sort().join("")).toBe([...text.normalize("NFKC")].sort().join(""));
  });
});
