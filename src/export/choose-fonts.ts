import type { Font } from "fontkit";
import { type Face, type Faces, faceOf, familyOf, fontsOf } from "./faces.ts";

/** A font file that may be taken. */
export interface FontFile {
  /** Its base name: files of one family begin alike. */
  readonly name: string;
  /** @throws Error where it cannot be read */
  read(): Uint8Array;
}

/** Which form of the letters that Chinese, Japanese and Korean share is wanted: how families name it. */
export type Region = "SC" | "JP" | "KR";

const KANA = /[\u3041-\u30ff]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/u;

/** The form that most of the texts with such letters need: kana are Japanese, Hangul Korean, all else Chinese. */
export function regionOf(texts: Iterable<string>): Region {
  const counts = { SC: 0, JP: 0, KR: 0 };
  for (const text of texts)
    if (KANA.test(text)) counts.JP++;
    else if (HANGUL.test(text)) counts.KR++;
    else if (/\p{Script=Han}/u.test(text)) counts.SC++;
  return (["SC", "JP", "KR"] as const).reduce((a, b) => (counts[b] > counts[a] ? b : a));
}

interface Candidate {
  readonly file: FontFile;
  readonly index: number;
  readonly letters: readonly string[];
  /** Upright and of regular weight. */
  readonly isPlain: boolean;
  /** How well its form suits among its like. */
  readonly form: number;
}

/** Whether one is to be taken before the other: plain before all, then the one with more letters, then by its form. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.isPlain !== b.isPlain) return a.isPlain;
  return a.letters.length > b.letters.length || (a.letters.length === b.letters.length && a.form > b.form);
}

/** Weights by the OpenType specification: 400 is regular, 700 bold. */
const [LIGHT, HEAVY, BOLD] = [300, 500, 600];

/**
 * Fonts that have letters between them. Files of a tier are asked before those of the next; in a tier the one that has
 * most of what is left is taken, of equals the first: so the same files give the same choice.
 * @param tiers files in the order in which equals are preferred
 */
export function chooseFonts(
  letters: Iterable<string>,
  tiers: readonly (readonly FontFile[])[],
  region: Region,
): Faces {
  const left = new Set(letters);
  const regular: Face[] = [];
  const bold: Face[] = [];
  const all = tiers.flat();
  for (const files of tiers) {
    if (left.size === 0) break;
    let open = files.flatMap((file) => candidatesOf(file, left, region));
    while (left.size > 0 && open.length > 0) {
      const best = open.reduce((a, b) => (isBetter(b, a) ? b : a));
      for (const letter of best.letters) left.delete(letter);
      const face = faceAt(best.file, best.index, `regular-other-${regular.length + 1}`);
      regular.push(face);
      bold.push(boldOf(best.file, face, all, `bold-other-${regular.length}`));
      open = open
        .map((one) => ({ ...one, letters: one.letters.filter((letter) => left.has(letter)) }))
        .filter((one) => one.letters.length > 0);
    }
  }
  return { regular, bold };
}

/** The fonts of a file that have any of the letters: several where it is a collection, none where it cannot be read. */
function candidatesOf(file: FontFile, left: ReadonlySet<string>, region: Region): Candidate[] {
  return opened(file).flatMap(({ font, index }) => {
    const letters = [...left].filter((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if (letters.length === 0 || !shapes(font, letters)) return [];
    const weight = weightOf(font);
    const isPlain = font.italicAngle === 0 && weight >= LIGHT && weight <= HEAVY;
    const family = familyOf(font);
    const form =
      (new RegExp(`\\b${region}\\b`).test(family) ? 2 : 0) + (/mono|serif|ui\b/i.test(family) ? 0 : 1);
    return { file, index, letters, isPlain, form };
  });
}

/** Whether a font can be set: some have tables that fontkit does not read. */
function shapes(font: Font, letters: readonly string[]): boolean {
  try {
    font.layout(letters.join(""));
    return true;
  } catch {
    return false;
  }
}

const weightOf = (font: Font) => font["OS/2"]?.usWeightClass ?? 400;

/** The fonts of a file, each with its place in it; none where it is damaged or may not be read. */
function opened(file: FontFile): { readonly font: Font; readonly index: number }[] {
  try {
    const bytes = file.read();
    const fonts = fontsOf(bytes).map(({ font }, index) => ({ font, index }));
    return fonts.filter(({ font }) => isSound(font, bytes.length));
  } catch {
    return [];
  }
}

/** Whether no table of a font lies beyond the end of its file, and those are there that fonts are chosen by. */
function isSound(font: Font, size: number): boolean {
  try {
    const isWhole = Object.values(font.directory.tables).every(
      ({ offset, length }) => offset + length <= size,
    );
    return isWhole && Number.isFinite(font.italicAngle) && Number.isFinite(weightOf(font));
  } catch {
    return false;
  }
}

/** Whether letters can be set in any font of a file. */
export function isFont(file: FontFile): boolean {
  return opened(file).length > 0;
}

function faceAt(file: FontFile, index: number, name: string): Face {
  const bytes = file.read();
  const { font, member } = fontsOf(bytes)[index];
  return { name, bytes, font, family: familyOf(font), ...(member === undefined ? {} : { member }) };
}

/** The bold font of a face's family: in its file, or in one whose name begins alike; itself where there is none. */
function boldOf(file: FontFile, face: Face, all: readonly FontFile[], name: string): Face {
  const stem = stemOf(file.name);
  for (const other of [file, ...all.filter((one) => one !== file && stemOf(one.name).startsWith(stem))]) {
    const bold = opened(other).find(
      ({ font }) => familyOf(font) === face.family && font.italicAngle === 0 && weightOf(font) >= BOLD,
    );
    if (bold) return faceAt(other, bold.index, name);
  }
  return { ...face, name };
}

/** "NotoSansArabic-Regular.ttf" and "NotoSansArabic-Bold.ttf" begin with "notosansarabic". */
function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.\w+$/, "")
    .replace(/[-_ ]?(?:regular|medium|light|book|w3|r|l)$/, "");
}

/** The first families of files for Chinese, Japanese or Korean, and for Arabic, Hebrew, Devanagari or Thai. */
export function scriptFonts(files: readonly FontFile[]): { eastAsian?: string; complex?: string } {
  const fonts = files.flatMap((file) => opened(file).map(({ font }) => font));
  const withAny = (letters: string) => {
    const font = fonts.find((one) =>
      Array.from(letters).some((letter) => one.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    );
    return font && familyOf(font);
  };
  const [eastAsian, complex] = [withAny("中一あ가한"), withAny("اאकก")];
  return { ...(eastAsian ? { eastAsian } : {}), ...(complex ? { complex } : {}) };
}

/** The characters of texts that no face has, each once, in their order. */
export function lettersBeyond(texts: Iterable<string>, faces: readonly Face[]): string[] {
  const seen = new Set<string>();
  for (const text of texts) for (const character of text.normalize("NFC")) seen.add(character);
  return [...seen].filter(
    (character) => !/\p{C}|\p{Variation_Selector}/u.test(character) && !faceOf(character, faces),
  );
}
