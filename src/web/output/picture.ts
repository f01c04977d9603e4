import { svgOf } from "../../export/svg.ts";
import type { TopicMap } from "../../model/map.ts";
import type { PictureParts } from "../../scene/mark.ts";
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

/**
 * Saves a picture of what is on the screen.
 * @returns whether a file was saved, see `savePdf`
 * @throws Error where the browser makes no picture of that size
 */
export async function savePicture(scene: Scene, map: TopicMap, wish: PictureWish): Promise<boolean> {
  const name = `${fileName()}.${wish.format}`;
  if (wish.format === "pdf") {
    const page = { marks: marksOf(scene, wish), ...pictureSize(scene, wish), scale: wish.scale };
    return savePdf([page], map.title, name);
  }
  if (wish.format === "png") download([await pngOf(scene, wish)], name, "image/png");
  else {
    const tooltip = (paper: number) => map.papers[paper].title;
    download(svgOf(scene, { ...wish, tooltip }), name, "image/svg+xml");
  }
  return true;
}

async function pngOf(scene: Scene, wish: PictureWish): Promise<Blob> {
  const canvas = new OffscreenCanvas(1, 1);
  await document.fonts.ready;
  paintPicture(canvas, scene, wish, wish.scale);
  return canvas.convertToBlob({ type: "image/png" });
}

/** Paints a picture on a canvas, which takes its size. @throws Error where the browser makes none of that size */
export function paintPicture(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  scene: Scene,
  parts: PictureParts,
  scale: number,
): void {
  const { width, height } = pictureSize(scene, parts);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d") as CanvasRenderingContext2D | null;
  if (!context) throw new Error("the browser draws no picture of this size");
  context.scale(scale, scale);
  paintMarks(context, marksOf(scene, parts));
}
