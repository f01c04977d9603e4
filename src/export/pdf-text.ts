import bidiFactory from "bidi-js";
import { hasRightToLeft } from "./direction.ts";
import { type Face, faceOf } from "./faces.ts";

/** Part of a line that one font sets, shaped as a whole where it runs from the right. */
export interface Run {
  readonly face: Face;
  readonly text: string;
  readonly isFromRight?: true;
}

/** Letters that no font has, and for each the first line that has it. */
export type Lack = Map<string, string>;

/**
 * Cuts a line into runs in the order of reading, each for the first face that has its letters. A letter stays together with
 * its marks. One that no face has is set without its marks, or as its compatible form (a ligature as letters), else as "?",
 * so that nothing is lost unseen.
 * @param lack what no face has is noted here
 */
export function piecesOf(line: string, faces: readonly Face[], lack?: Lack): Run[] {
  const runs: { face: Face; text: string }[] = [];
  const keeps = hasRightToLeft(line);
  for (const [cluster] of line.normalize("NFC").matchAll(/[^\p{C}\p{M}][\p{M}\u200c\u200d]*/gu)) {
    const last = runs[runs.length - 1];
    const plain = cluster.normalize("NFKD").replace(/\p{M}/gu, "");
    const text = [cluster, plain, "?"].find((one) => faceOf(one, faces)) ?? "";
    if (text === "?" && cluster !== "?" && !lack?.has(cluster)) lack?.set(cluster, line);
    // Words that are joined from the right are one run with the spaces between them.
    const face =
      keeps && /^\s/.test(text) && last && faceOf(text, [last.face]) ? last.face : faceOf(text, faces);
    if (!face) continue;
    if (last?.face === face) last.text += text;
    else runs.push({ face, text });
  }
  return runs;
}

const bidi = bidiFactory();

/** The runs of a line as they stand from left to right (Unicode Bidirectional Algorithm), see `piecesOf`. */
export function runsOf(line: string, faces: readonly Face[], lack?: Lack): Run[] {
  const pieces = piecesOf(line, faces, lack);
  if (!hasRightToLeft(line)) return pieces;
  const { levels } = bidi.getEmbeddingLevels(pieces.map(({ text }) => text).join(""));
  let at = 0;
  const cut = pieces.flatMap(({ face, text }) => {
    const parts: { face: Face; text: string; level: number }[] = [];
    for (const character of text) {
      const level = levels[at];
      at += character.length;
      const last = parts[parts.length - 1];
      if (last?.level === level) last.text += character;
      else parts.push({ face, text: character, level });
    }
    return parts;
  });
  return reordered(cut).map(({ face, text, level }) => {
    if (level % 2 === 0) return { face, text };
    // What has no letter that says where it runs is turned round here; letters turn by their font.
    return hasRightToLeft(text)
      ? { face, text, isFromRight: true as const }
      : { face, text: Array.from(mirrored(text)).reverse().join("") };
  });
}

/** Runs turned round by their levels, the highest first (rule L2). */
function reordered<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const found = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--)
    for (let from = 0; from < found.length; from++) {
      let end = from;
      while (end < found.length && found[end].level >= level) end++;
      if (end === from) continue;
      found.splice(from, end - from, ...found.slice(from, end).reverse());
      from = end;
    }
  return found;
}

/** A text from the right with its brackets mirrored, for what shapes letters and no more. */
export function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join("");
}
