/** What sets text in fonts of any script: loaded in one piece, and only where a map has such letters. */
export { chooseFonts, isFont, lettersBeyond, regionOf, scriptFonts } from "./choose-fonts.ts";
export { openFaces } from "./faces.ts";
export { lettersBy } from "./set-letters.ts";
