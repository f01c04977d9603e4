import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { parseFont } from "../export/font.ts";
import { type Fonts, type PdfObject, pdfFile, pdfObjects } from "../export/pdf.ts";
import { type PictureOptions, pictureScene, toSvg } from "../export/picture.ts";
import { unpackWoff } from "../export/woff.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { marksOf, pictureSize } from "../scene/marks.ts";
import { builtPath } from "./page.ts";

/** More pixels than this do not fit into the drawing program's memory. */
const MOST_PIXELS = 268_000_000;

/** The font files that ship with the package, by name. */
function fontFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  const folder = builtPath("fonts");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".woff"))
    .sort((a, b) => order(a) - order(b))
    .map((name) => ({
      name,
      bytes: unpackWoff(readFileSync(join(folder, name)), (data) => inflateSync(data)),
    }));
}

/** The commonest scripts first: most text then needs one face. */
function order(name: string): number {
  return ["latin-4", "latin-7", "latin-ext", "greek", "cyrillic"].findIndex((part) => name.includes(part));
}

let isReady: Promise<void> | undefined;

/** Loads the program that draws pixels (WebAssembly: the same on every machine). Once. */
export function loadRasteriser(): Promise<void> {
  isReady ??= initWasm(readFileSync(builtPath("resvg.wasm")));
  return isReady;
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
  const drawing = new Resvg([...toSvg(map, { ...options, scale: 1 })].join(""), {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers: fontFiles().map(({ bytes }) => bytes),
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  });
  const pixels = drawing.render();
  yield pixels.asPng();
  pixels.free();
  drawing.free();
}

/** A map as PDF, one page: vectors, with its text as text. */
export function* toPdf(map: TopicMap, options: PictureOptions): Generator<Uint8Array> {
  const scene = pictureScene(map, options);
  const page = { marks: marksOf(scene, options), ...pictureSize(scene, options), scale: options.scale ?? 1 };
  const objects = pdfObjects([page], shippedFonts(), map.title);
  const packed = new Map<PdfObject, Uint8Array>();
  for (const object of objects)
    if (object.stream) packed.set(object, deflateSync(object.stream, { level: 9 }));
  yield* pdfFile(objects, packed);
}

function shippedFonts(): Fonts {
  const of = (weight: string) =>
    fontFiles()
      .filter(({ name }) => name.endsWith(`-${weight}.woff`))
      .map(({ name, bytes }) => parseFont(bytes, name));
  return { regular: of("400"), bold: of("700") };
}
