import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chartSlide } from "../export/chart-slide.ts";
import type { FontFile } from "../export/choose-fonts.ts";
import type { pdfWriter } from "../export/pdf.ts";
import type { Lack } from "../export/pdf-text.ts";
import { chartOf, drawingOf, type PictureOptions } from "../export/picture.ts";
import { pptxOf } from "../export/pptx.ts";
import type { ScriptFonts } from "../export/pptx-parts.ts";
import { pngOf, startRasteriser } from "../export/raster.ts";
import type { Letters } from "../export/set-letters.ts";
import { svgPage } from "../export/svg.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import type { TextMark } from "../scene/mark.ts";
import { reliefOf } from "../scene/relief.ts";
import { createAtlas } from "../view/atlas.ts";
import type { Dots } from "../view/dots.ts";
import { SLIDE_WINDOW } from "../view/slide.ts";
import { stopsOf } from "../view/tour.ts";
import { builtPath } from "./built.ts";
import { hasOtherScripts, systemFonts, textsOf } from "./fonts.ts";
import { withDensity } from "./png-density.ts";

/** More pixels than this do not fit into the drawing program's memory. */
const MOST_PIXELS = 268_000_000;

/** What sizes in pixels stand for (CSS). */
const PIXELS_AN_INCH = 96;

/** The font files that ship with the package, by the end of their names. */
function fontFiles(end: string): Uint8Array[] {
  const folder = builtPath("fonts");
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort((a, b) => order(a) - order(b))
    .map((name) => readFileSync(join(folder, name)));
}

/** The commonest scripts first: most text then needs one face. */
function order(name: string): number {
  return ["latin-4", "latin-7", "latin-ext", "greek", "cyrillic"].findIndex((part) => name.includes(part));
}

/** Loads the program that draws pixels (WebAssembly: the same on every machine). Once. */
export function loadRasteriser(): Promise<void> {
  return startRasteriser(() => new Uint8Array(readFileSync(builtPath("page/resvg.wasm"))));
}

/** By map, where it has letters that the shipped fonts lack. */
const lettersOf = new WeakMap<TopicMap, Letters>();

/** Finds fonts for the letters of a map that those which ship with Topograph lack. Once a map. */
async function loadLetters(map: TopicMap, given: readonly FontFile[], dots?: Dots): Promise<void> {
  if (lettersOf.has(map) || !hasOtherScripts(map, dots)) return;
  const { openFaces, chooseFonts, lettersBeyond, lettersBy, regionOf } = await import(
    "../export/lettering.ts"
  );
  const shipped = {
    regular: openFaces(fontFiles("400.woff"), "regular"),
    bold: openFaces(fontFiles("700.woff"), "bold"),
  };
  const texts = [...textsOf(map, dots)];
  const tiers = [given, ...systemFonts()];
  const others = chooseFonts(lettersBeyond(texts, shipped.regular), tiers, regionOf(texts));
  lettersOf.set(map, lettersBy(shipped, others));
}

/** Says which letters no font has. */
export function lackText(lack: Lack): string {
  const [first] = lack;
  if (!first) return "";
  const letters = [...lack.keys()].slice(0, 8).join(" ");
  const which = lack.size === 1 ? "1 letter is" : `${lack.size} letters are`;
  return `${which} in no font, drawn as "?": ${letters}${lack.size > 8 ? " …" : ""} (the first in “${first[1]}”); name a font that has ${lack.size === 1 ? "it" : "them"} with --font FILE`;
}

/** Loads what `toPng` needs for a map. @param fonts that are asked before the system's */
export async function loadPng(
  map: TopicMap,
  fonts: readonly FontFile[] = [],
  { dots }: PictureOptions = {},
): Promise<void> {
  await loadRasteriser();
  await loadLetters(map, fonts, dots);
}

/**
 * A map as PNG; `loadPng` must have settled.
 * @param warn is told of letters that no font has
 * @throws TopographError (input) where the picture is too large
 */
export function* toPng(
  map: TopicMap,
  options: PictureOptions,
  warn?: (message: string) => void,
): Generator<Uint8Array> {
  const scale = options.dpi === undefined ? (options.scale ?? 1) : options.dpi / PIXELS_AN_INCH;
  const letters = lettersOf.get(map);
  const drawn = { ...options, scale: 1, ...(letters && { textWidth: letters.width }) };
  const { marks, width, height } = drawingOf(map, drawn);
  if (width * height * scale * scale > MOST_PIXELS)
    throw new TopographError(
      "input",
      `a picture of ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels is too large; choose a smaller --size, --scale or --dpi, or .svg or .pdf, which have no pixels`,
    );
  const lack: Lack = new Map();
  const parts = letters && ((line: TextMark) => letters.parts(line, lack));
  const page = { ...drawn, width, height, title: map.title, ...(parts && { parts }) };
  const svg = [...svgPage(marks, page)].join("");
  yield withDensity(pngOf(svg, scale, fontFiles(".woff2")), scale * PIXELS_AN_INCH);
  if (lack.size > 0) warn?.(lackText(lack));
}

/** What slides name as the fonts of their theme. */
let scripts: ScriptFonts = {};

/** Loads what `toPptx` needs. @param fonts that slides name: none is put into them */
export async function loadPptx(_map: TopicMap, fonts: readonly FontFile[] = []): Promise<void> {
  await loadRasteriser();
  scripts = fonts.length === 0 ? {} : (await import("../export/lettering.ts")).scriptFonts(fonts);
}

/** The slides of a map's tour, else of its topics, as PPTX; `loadPptx` must have settled. */
export function* toPptx(map: TopicMap, options: PictureOptions): Generator<Uint8Array> {
  const { dark = false, look, labels, legend, dots } = options;
  const { width, height } = SLIDE_WINDOW;
  const bare = { background: false, title: false, legend: false, smallPrint: false };
  const chart = chartOf(map, { ...options, ...bare, width, height: height - 40 });
  yield pptxOf(createAtlas(map), stopsOf(map), {
    rasterise: pngOf,
    scripts,
    dark,
    ...(chart && { slides: [chartSlide(chart)] }),
    relief: look === "relief" ? reliefOf(map) : undefined,
    ...(dots === undefined ? {} : { dots }),
    ...(labels === undefined ? {} : { labels }),
    ...(legend === undefined ? {} : { legend }),
  });
}

let writer: typeof pdfWriter = () => {
  throw new Error("loadPdf has not been called");
};

/** Loads what `toPdf` needs for a map. @param fonts that are asked before the system's */
export async function loadPdf(
  map: TopicMap,
  fonts: readonly FontFile[] = [],
  { dots }: PictureOptions = {},
): Promise<void> {
  writer = (await import("../export/pdf.ts")).pdfWriter;
  await loadLetters(map, fonts, dots);
}

/**
 * A map as PDF, one page: vectors, with its text as text; `loadPdf` must have settled.
 * @param warn is told of letters that no font has
 */
export function toPdf(
  map: TopicMap,
  options: PictureOptions,
  warn?: (message: string) => void,
): Iterable<Uint8Array> {
  const letters = lettersOf.get(map);
  const drawn = { ...options, ...(letters && { textWidth: letters.width }) };
  const drawing = drawingOf(map, drawn);
  const fonts = {
    regular: fontFiles("400.woff"),
    bold: fontFiles("700.woff"),
    ...(letters && { others: letters.others }),
  };
  const { add, end, lack } = writer(fonts, map.title);
  add({ ...drawing, scale: options.scale ?? 1 });
  if (lack.size > 0) warn?.(lackText(lack));
  return end();
}
