import { svgPage } from "../../export/svg.ts";
import type { TopicMap } from "../../model/map.ts";
import type { Mark, PictureParts } from "../../scene/mark.ts";
import { marksOf, pictureSize } from "../../scene/marks.ts";
import type { Scene } from "../../scene/scene.ts";
import { paintMarks } from "../map/painter.ts";
import { savePdf } from "./pdf.ts";
import { download, fileName } from "./save.ts";

/** What a picture is to be. */
export interface PictureWish extends PictureParts {
  readonly format: "svg" | "png" | "pdf";
  /** 1 to 8. */
  readonly scale: number;
}

/** A picture in its own pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: Iterable<Mark>;
}

/** A scene as a picture. */
export function drawingOf(scene: Scene, parts: PictureParts): Drawing {
  return { ...pictureSize(scene, parts), marks: [...marksOf(scene, parts)] };
}

/**
 * Saves a picture.
 * @returns whether a file was saved, see `savePdf`
 * @throws Error where the browser makes no picture of that size
 */
export async function savePicture(drawing: Drawing, map: TopicMap, wish: PictureWish): Promise<boolean> {
  const name = `${fileName()}.${wish.format}`;
  const { scale } = wish;
  if (wish.format === "pdf") return savePdf([{ ...drawing, scale }], map.title, name);
  if (wish.format === "png") download([await pngOf(drawing, scale)], name, "image/png");
  else {
    const tooltip = (paper: number) => map.papers[paper]?.title ?? "";
    const page = { ...drawing, scale, title: map.title, tooltip };
    download(svgPage(drawing.marks, page), name, "image/svg+xml");
  }
  return true;
}

/** A picture as PNG. @throws Error where the browser makes none of that size */
export async function pngOf(drawing: Drawing, scale: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(1, 1);
  await document.fonts.ready;
  paintPicture(canvas, drawing, scale);
  return canvas.convertToBlob({ type: "image/png" });
}

/** Paints a picture on a canvas, which takes its size. @throws Error where the browser makes none of that size */
export function paintPicture(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { width, height, marks }: Drawing,
  scale: number,
): void {
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d") as CanvasRenderingContext2D | null;
  if (!context) throw new Error("the browser draws no picture of this size");
  context.scale(scale, scale);
  paintMarks(context, marks);
}
