import { create, type Font } from "fontkit";

/** A font in a document, under the name that it has there. */
export interface Face {
  readonly name: string;
  /** The whole file; `member` names the font in it where it is a collection. */
  readonly bytes: Uint8Array;
  readonly member?: string;
  readonly font: Font;
  readonly family: string;
}

/** Fonts of both weights, in the order in which they are asked for a letter. */
export interface Faces {
  readonly regular: readonly Face[];
  readonly bold: readonly Face[];
}

/** Opens font files that hold one font each. @throws Error where one is no font, or a collection of several */
export function openFaces(files: readonly Uint8Array[], prefix: string): Face[] {
  return files.map((bytes, k) => {
    const font = create(bytes);
    if ("fonts" in font) throw new Error(`font ${k + 1} is a collection; give one of its fonts`);
    return { name: `${prefix}-${k + 1}`, bytes, font, family: familyOf(font) };
  });
}

/** The fonts of a file: one, or those of a collection. @throws Error where it is none */
export function fontsOf(bytes: Uint8Array): { readonly font: Font; readonly member?: string }[] {
  const font = create(bytes);
  return "fonts" in font
    ? font.fonts.map((member) => ({ font: member, member: member.postscriptName }))
    : [{ font }];
}

/** The name of all weights of a font together. */
export function familyOf(font: Font): string {
  return font.getName("preferredFamily") ?? font.familyName ?? "";
}

/** What joins letters or picks a variant of one, and is not seen itself. */
const UNSEEN = /\u200c|\u200d|\p{Variation_Selector}/gu;

/** The first font that has every character of a text. */
export function faceOf(text: string, faces: readonly Face[]): Face | undefined {
  const codes = Array.from(text.replace(UNSEEN, ""), (character) => character.codePointAt(0) ?? 0);
  return faces.find(({ font }) => codes.every((code) => font.hasGlyphForCodePoint(code)));
}
