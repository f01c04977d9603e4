import { pathRound } from "d3";
import { HALO_ALPHA, type Mark, type PictureParts, type TextMark } from "../scene/mark.ts";
import { marksOf, pictureSize } from "../scene/marks.ts";
import { drawRings, type Ring } from "../scene/rings.ts";
import type { Scene } from "../scene/scene.ts";
import { FONT } from "../scene/theme.ts";
import { hasRightToLeft } from "./direction.ts";
import { xml } from "./xml.ts";

interface Look {
  /** How many times its size in pixels it is shown; it is a drawing, so nothing else changes. */
  readonly scale?: number;
  /** Titles of papers as tooltips of their dots. */
  readonly tooltip?: (paper: number) => string;
  /** Cuts a line into parts; a whole line is one where absent, and left to who shows it. */
  readonly parts?: (line: TextMark) => readonly TextPart[];
}

/** Part of a line: text with its left end in pixels, or the outlines of its letters as the data of a path. */
export type TextPart = { readonly text: string; readonly x: number } | { readonly outline: string };

export interface SvgOptions extends PictureParts, Look {}

/** A drawing of any marks. Pixels. */
export interface SvgPage extends Look {
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/**
 * A scene as SVG 1.1 in chunks: groups by name (areas, links, papers, labels, legend), text as text, halos by
 * `paint-order`. Numbers have at most two decimals; the same scene gives the same bytes.
 */
export function svgOf(scene: Scene, options: SvgOptions = {}): Generator<string> {
  return svgPage(marksOf(scene, options), {
    ...options,
    ...pictureSize(scene, options),
    title: scene.map.title,
  });
}

/** Marks as SVG, see `svgOf`. */
export function* svgPage(marks: Iterable<Mark>, options: SvgPage): Generator<string> {
  const { width, height, title, scale = 1 } = options;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${num(width * scale)}" height="${num(height * scale)}" viewBox="0 0 ${num(width)} ${num(height)}" font-family="${xml(FONT)}">\n`;
  yield `<title>${xml(title)}</title>\n`;
  for (const mark of marks) yield `${element(mark, options)}\n`;
  yield "</svg>\n";
}

function element(mark: Mark, { tooltip, parts }: Look): string {
  switch (mark.shape) {
    case "box":
      return `<rect x="${num(mark.x)}" y="${num(mark.y)}" width="${num(mark.width)}" height="${num(mark.height)}" fill="${mark.color}"/>`;
    case "begin": {
      if (!mark.clip) return `<g id="${mark.name}">`;
      const [x, y, width, height] = [mark.clip.x, mark.clip.y, mark.clip.width, mark.clip.height].map(num);
      // Named after its box: the pages of a handout stand in one document.
      const id = `window-${x}-${y}-${width}-${height}`;
      return `<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>\n<g id="${mark.name}" clip-path="url(#${id})">`;
    }
    case "end":
      return "</g>";
    case "area": {
      const line = mark.line > 0 ? ` stroke="${mark.color}" stroke-opacity="${mark.line}"` : "";
      return `<path fill="${mark.color}" fill-opacity="${mark.fill}" fill-rule="evenodd"${line} d="${curves(mark.rings, mark.straight)}"/>`;
    }
    case "line":
      return `<path fill="none" d="M${num(mark.x1)} ${num(mark.y1)}L${num(mark.x2)} ${num(mark.y2)}" stroke="${mark.color}" stroke-width="${num(mark.width)}" stroke-opacity="${num(mark.alpha)}"/>`;
    case "dot": {
      const ring = mark.ring > 0 ? ` stroke="${mark.ringColor}" stroke-width="${num(mark.ring)}"` : "";
      const circle = `<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${num(mark.radius + mark.ring / 2)}" fill="${mark.color}"${ring}`;
      const tip = mark.paper >= 0 ? tooltip?.(mark.paper) : undefined;
      return tip ? `${circle}><title>${xml(tip)}</title></circle>` : `${circle}/>`;
    }
    case "text":
      return parts
        ? parts(mark)
            .map((part) =>
              "outline" in part ? outline(mark, part.outline) : text({ ...mark, ...part, isCentered: false }),
            )
            .join("")
        : text(mark);
  }
}

/** First strong isolate and its end: what is between them runs as its first letter does. */
const [ISOLATED, ENDED] = ["\u2068", "\u2069"];

function text({ text, x, y, size, weight, color, isCentered, halo }: TextMark): string {
  const content = hasRightToLeft(text) ? ISOLATED + xml(text) + ENDED : xml(text);
  // Spaces at the ends of a part are between words.
  const kept = text === text.trim() ? "" : ' xml:space="preserve"';
  return `<text x="${num(x)}" y="${num(y)}"${kept} font-size="${size}" font-weight="${weight}" fill="${color}"${isCentered ? ' text-anchor="middle"' : ""}${glow(halo)}>${content}</text>`;
}

function outline({ color, halo }: TextMark, path: string): string {
  return `<path fill="${color}"${glow(halo)} d="${path}"/>`;
}

function glow(halo: TextMark["halo"]): string {
  return halo
    ? ` stroke="${halo.color}" stroke-width="${halo.width}" stroke-opacity="${HALO_ALPHA}" stroke-linejoin="round" paint-order="stroke"`
    : "";
}

function curves(rings: readonly Ring[], straight?: boolean): string {
  const path = pathRound(2);
  drawRings(rings, path, straight);
  return path.toString();
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
