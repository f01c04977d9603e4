import { isRightToLeft } from "./direction.ts";
import { xml } from "./xml.ts";

/** A box on a slide in pixels of 1/96 inch. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How letters look; what is absent is as in the slide's layout. Size in pixels, colour `#rrggbb` or a name of the theme's. */
export interface Letters {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly halo?: { readonly color: string; readonly width: number; readonly alpha: number };
  /** Id of the relation to what a click opens. */
  readonly link?: string;
}

/** A pixel of 1/96 inch in English Metric Units. */
const EMU = 9525;

export const emu = (pixels: number): number => Math.round(pixels * EMU);

const hex = (color: string, more = "") =>
  `<a:srgbClr val="${color.slice(1).toUpperCase()}">${more}</a:srgbClr>`;
const fill = (color: string) =>
  `<a:solidFill>${color.startsWith("#") ? hex(color) : `<a:schemeClr val="${color}"/>`}</a:solidFill>`;

/** A run of letters. */
export function run(text: string, { size, isBold, color, halo, link }: Letters = {}): string {
  const glow = halo
    ? `<a:effectLst><a:glow rad="${emu(halo.width)}">${hex(halo.color, `<a:alpha val="${Math.round(halo.alpha * 1e5)}"/>`)}</a:glow></a:effectLst>`
    : "";
  // Titles are in any language: not to be marked as misspelt.
  const attributes = `${size === undefined ? "" : ` sz="${Math.round(size * 75)}"`}${isBold ? ' b="1"' : ""} noProof="1"`;
  const inner = `${color ? fill(color) : ""}${glow}${link ? `<a:hlinkClick r:id="${link}"/>` : ""}`;
  return `<a:r><a:rPr${attributes}>${inner}</a:rPr><a:t>${xml(text)}</a:t></a:r>`;
}

/** A paragraph, from the right where its text begins so. @param pattern what its alignment, level and bullet are */
export function paragraph(
  runs: string,
  text: string,
  pattern: { readonly level?: number; readonly isCentered?: boolean; readonly bullet?: string } = {},
): string {
  const { level, isCentered, bullet } = pattern;
  const turned = isRightToLeft(text);
  const align = isCentered ? ' algn="ctr"' : turned ? ' algn="r"' : "";
  const attributes = `${level === undefined ? "" : ` lvl="${level}"`}${align}${turned ? ' rtl="1"' : ""}`;
  return `<a:p><a:pPr${attributes}>${bullet ? `<a:buClr>${hex(bullet)}</a:buClr>` : ""}</a:pPr>${runs}</a:p>`;
}

export const BREAK = "<a:br/>";

/** Where a shape stands. */
export function transform({ x, y, width, height }: Place): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

/** A shape with text: a placeholder of the layout, or a box of its own. Its text has no margins. */
export function textShape(
  id: number,
  name: string,
  { placeholder = "", place, body = "" }: { placeholder?: string; place?: Place; body?: string },
  paragraphs: string,
): string {
  const frame = place ? transform(place) : "";
  const own = placeholder === "" ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>' : "";
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr${placeholder === "" ? ' txBox="1"' : ""}/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr>${frame}${own}</p:spPr><p:txBody>${body || "<a:bodyPr/>"}<a:lstStyle/>${paragraphs || "<a:p/>"}</p:txBody></p:sp>`;
}

/** The shapes of a slide, its layout or its notes. */
export function shapeTree(shapes: string, background = ""): string {
  return `<p:cSld>${background}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
}
