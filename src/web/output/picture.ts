import { type Font, parseFont } from "../../export/font.ts";
import { type PdfObject, type PdfPage, pdfFile, pdfObjects } from "../../export/pdf.ts";
import { svgOf } from "../../export/svg.ts";
import { unpackWoffLater } from "../../export/woff.ts";
import type { TopicMap } from "../../model/map.ts";
import type { PictureParts } from "../../scene/mark.ts";
import { marksOf, pictureSize } from "../../scene/marks.ts";
import type { Scene } from "../../scene/scene.ts";
import { paintMarks } from "../map/painter.ts";
import { fontFiles } from "./fonts.ts";
import { helvetica } from "./standard-font.ts";

/** What a picture is to be. */
export interface PictureWish extends PictureParts {
  readonly format: "svg" | "png" | "pdf";
  /** 1 to 8. */
  readonly scale: number;
}

/** A picture of what is on the screen. @throws Error where the browser makes no picture of that size */
export async function pictureOf(scene: Scene, map: TopicMap, wish: PictureWish): Promise<Blob> {
  if (wish.format === "png") return pngOf(scene, wish);
  if (wish.format === "pdf")
    return pdfOf(
      [{ marks: marksOf(scene, wish), ...pictureSize(scene, wish), scale: wish.scale }],
      map.title,
    );
  const tooltip = (paper: number) => map.papers[paper].title;
  return new Blob([...svgOf(scene, { ...wish, tooltip })], { type: "image/svg+xml" });
}

async function pngOf(scene: Scene, wish: PictureWish): Promise<Blob> {
  const { width, height } = pictureSize(scene, wish);
  const canvas = new OffscreenCanvas(Math.round(width * wish.scale), Math.round(height * wish.scale));
  const context = canvas.getContext("2d") as unknown as CanvasRenderingContext2D | null;
  if (!context) throw new Error("the browser draws no picture of this size");
  context.scale(wish.scale, wish.scale);
  await document.fonts.ready;
  paintMarks(context, marksOf(scene, wish));
  return canvas.convertToBlob({ type: "image/png" });
}

/** Pages of marks as a PDF file. */
export async function pdfOf(pages: readonly PdfPage[], title: string): Promise<Blob> {
  const fonts = { regular: await fontsOf("400"), bold: await fontsOf("700") };
  const objects = pdfObjects(pages, fonts, title);
  const packed = new Map<PdfObject, Uint8Array>();
  for (const object of objects)
    if (object.stream) packed.set(object, await through(object.stream, new CompressionStream("deflate")));
  return new Blob(pdfFile(objects, packed) as Uint8Array<ArrayBuffer>[], { type: "application/pdf" });
}

async function fontsOf(weight: "400" | "700"): Promise<Font[]> {
  const files = await fontFiles(weight);
  if (files.length === 0) return [helvetica(weight === "700")];
  const inflate = (data: Uint8Array) => through(data, new DecompressionStream("deflate"));
  return Promise.all(
    files.map(async ({ name, bytes }) => parseFont(await unpackWoffLater(bytes, inflate), name)),
  );
}

async function through(
  data: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const blob = new Blob([data as Uint8Array<ArrayBuffer>]);
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
