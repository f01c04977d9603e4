import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fonts, PdfPage } from "../export/pdf.ts";
import { type PictureOptions, pictureScene, toSvg } from "../export/picture.ts";
import { pptxOf } from "../export/pptx.ts";
import { pngOf, startRasteriser } from "../export/raster.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { marksOf, pictureSize } from "../scene/marks.ts";
import { reliefOf } from "../scene/relief.ts";
import { createAtlas } from "../view/atlas.ts";
import { stopsOf } from "../view/tour.ts";
import { builtPath } from "./page.ts";

/** More pixels than this do not fit into the drawing program's memory. */
const MOST_PIXELS = 268_000_000;

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

/**
 * A map as PNG; `loadRasteriser` must have settled.
 * @throws TopographError (input) where the picture is too large
 */
export function* toPng(map: TopicMap, options: PictureOptions): Generator<Uint8Array> {
  const scale = options.scale ?? 1;
  const scene = pictureScene(map, options);
  const { width, height } = pictureSize(scene, options);
  if (width * height * scale * scale > MOST_PIXELS)
    throw new TopographError(
      "input",
      `a picture of ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels is too large; choose a smaller --size or --scale, or .svg or .pdf, which have no pixels`,
    );
  yield pngOf([...toSvg(map, { ...options, scale: 1 })].join(""), scale, fontFiles(".woff2"));
}

/** The slides of a map's tour, else of its topics, as PPTX; `loadRasteriser` must have settled. */
export function* toPptx(
  map: TopicMap,
  { dark = false, look, labels, legend }: PictureOptions,
): Generator<Uint8Array> {
  yield pptxOf(createAtlas(map), stopsOf(map), {
    rasterise: pngOf,
    dark,
    relief: look === "relief" ? reliefOf(map) : undefined,
    ...(labels === undefined ? {} : { labels }),
    ...(legend === undefined ? {} : { legend }),
  });
}

type PdfWriter = (pages: readonly PdfPage[], fonts: Fonts, title: string) => Uint8Array[];
let writePdf: PdfWriter = () => {
  throw new Error("loadPdfWriter has not been called");
};

/** Loads the program that writes PDF, which nothing else needs. */
export async function loadPdfWriter(): Promise<void> {
  writePdf = (await import("../export/pdf.ts")).pdfOf;
}

/** A map as PDF, one page: vectors, with its text as text; `loadPdfWriter` must have settled. */
export function toPdf(map: TopicMap, options: PictureOptions): Iterable<Uint8Array> {
  const scene = pictureScene(map, options);
  const page = { marks: marksOf(scene, options), ...pictureSize(scene, options), scale: options.scale ?? 1 };
  const fonts = { regular: fontFiles("400.woff"), bold: fontFiles("700.woff") };
  return writePdf([page], fonts, map.title);
}
