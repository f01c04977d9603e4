import { create, type Font } from "fontkit";

/** A font in a document, under the name that it has there. */
export interface Face {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
}

/** Part of a line that one font sets. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Opens font files. @throws Error where one is no font, or a collection of several */
export function openFaces(files: readonly Uint8Array[], prefix: string): Face[] {
  return files.map((bytes, k) => {
    const font = create(bytes);
    if ("fonts" in font) throw new Error(`font ${k + 1} is a collection; give one of its fonts`);
    return { name: `${prefix}-${k + 1}`, bytes, font };
  });
}

/**
 * Cuts a line into runs, each for the first face that has its letters. A letter stays together with its marks. One that
 * no face has is set without its marks, or as its compatible form (a ligature as letters), else as "?", so that nothing
 * is lost unseen.
 */
export function runsOf(line: string, faces: readonly Face[]): Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const [cluster] of line.normalize("NFC").matchAll(/[^\p{C}\p{M}][\p{M}\u200c\u200d]*/gu)) {
    const plain = cluster.normalize("NFKD").replace(/\p{M}/gu, "");
    const text = [cluster, plain, "?"].find((one) => faceOf(one, faces)) ?? "";
    const face = faceOf(text, faces);
    if (!face) continue;
    const last = runs[runs.length - 1];
    if (last?.face === face) last.text += text;
    else runs.push({ face, text });
  }
  return runs;
}

function faceOf(text: string, faces: readonly Face[]): Face | undefined {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return faces.find(({ font }) => codes.every((code) => font.hasGlyphForCodePoint(code)));
}
