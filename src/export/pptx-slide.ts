import { HALO_ALPHA, type Mark, type TextMark } from "../scene/mark.ts";
import { textWidth } from "../scene/metrics.ts";
import { moved } from "../scene/move-marks.ts";
import { wrap } from "../scene/wrap.ts";
import { CAPTION, SAID, SLIDE, SLIDE_WINDOW } from "../view/slide.ts";
import type { Slide, SlideItem } from "../view/slides.ts";
import { bodyOf, FOOTER, HOLDERS, NUMBER, numberField } from "./pptx-master.ts";
import { BREAK, paragraph, run, textShape, transform } from "./pptx-text.ts";
import { svgPage } from "./svg.ts";
import { xml } from "./xml.ts";

/** Shares of a letter's size above and below its baseline, and of a line, in Arial. */
const [ABOVE, BELOW, LINE] = [0.905, 0.212, 1.15];
/** Least room above what is said, and what the footer takes below. */
const [TOP, BOTTOM] = [40, 60];

/** Everything of the map but its names, as an SVG of SLIDE_WINDOW. */
export function pictureOf({ marks, title }: Pick<Slide, "marks" | "title">): string {
  function* drawn(): Generator<Mark> {
    // The picture's own edges cut it off.
    for (const mark of moved(marks, -SLIDE_WINDOW.x, 0, 1))
      if (mark.shape === "begin") yield { shape: "begin", name: mark.name };
      else if (mark.shape !== "text") yield mark;
  }
  const { width, height } = SLIDE_WINDOW;
  return [...svgPage(drawn(), { width, height, title })].join("");
}

/** How a slide's relations are called: layout, notes, PNG and SVG of the map, and the live page where one is known. */
export const RELATIONS = { layout: "rId1", notes: "rId2", png: "rId3", svg: "rId4", link: "rId5" } as const;

/** The shapes of slide k (from 1): title, what is said, the map, its names. */
export function shapesOf(
  slide: Slide,
  k: number,
  deck: { readonly title: string; readonly hasLink: boolean },
): string {
  const height = {
    title: heightOf(slide.title, SAID.title, 700, CAPTION.width),
    text: slide.text === "" ? 0 : heightOf(slide.text, SAID.text, 400, CAPTION.width),
    items: slide.items.reduce((sum, item) => sum + itemHeight(item), 0),
  };
  const said = height.text + height.items;
  const room = SLIDE.height - TOP - BOTTOM;
  const y = TOP + Math.max(0, (room - height.title - 12 - said) / 2);
  const left = room + TOP - y - height.title - 12;
  const title = { x: CAPTION.left, y, width: CAPTION.width, height: height.title };
  const text = {
    x: CAPTION.left,
    y: y + height.title + 12,
    width: CAPTION.width,
    height: Math.min(left, said),
  };
  const names = namesOf(slide.marks);
  return [
    textShape(
      2,
      "Title",
      { placeholder: HOLDERS.title, place: title, body: bodyOf("b", "<a:normAutofit/>") },
      paragraph(run(slide.title), slide.title),
    ),
    textShape(
      3,
      "Text",
      { placeholder: HOLDERS.text, place: text, body: bodyOf("t", fitted(left / said)) },
      saidBy(slide),
    ),
    picture(4, `${deck.title}: ${slide.title}`),
    ...names.map((lines, n) => nameShape(n + 7, lines)),
    textShape(
      5,
      "Footer",
      { placeholder: HOLDERS.footer, place: FOOTER },
      paragraph(run(deck.title, deck.hasLink ? { link: RELATIONS.link } : {}), deck.title),
    ),
    textShape(
      6,
      "Number",
      { placeholder: HOLDERS.number, place: NUMBER },
      `<a:p>${numberField(k, "<a:rPr/>")}</a:p>`,
    ),
  ].join("");
}

function heightOf(text: string, size: number, weight: number, width: number): number {
  return Math.max(1, wrap(text, size, weight, width).length) * size * LINE;
}

/** With the room above it that the layout gives: 6 points. */
function itemHeight({ text, note, isTopic }: SlideItem): number {
  const own = heightOf(isTopic ? `${text} ${note}` : text, SAID.item, 400, CAPTION.width - SAID.indent);
  return 8 + own + (isTopic || note === "" ? 0 : SAID.note * LINE);
}

/** Letters made smaller where there is room for a share of the text only; steps of a hundredth, at least a quarter. */
function fitted(share: number): string {
  if (!(share < 1)) return "<a:normAutofit/>";
  return `<a:normAutofit fontScale="${Math.max(25, Math.floor(share * 100)) * 1000}" lnSpcReduction="10000"/>`;
}

function saidBy({ text, items }: Slide): string {
  const lines = items.map((item) => {
    const note = run(item.isTopic ? ` ${item.note}` : item.note, {
      ...(item.isTopic ? {} : { size: SAID.note }),
      color: "tx2",
    });
    const after = item.note === "" ? "" : item.isTopic ? note : BREAK + note;
    return paragraph(run(item.text) + after, item.text, { level: 1, bullet: item.color });
  });
  return (
    (text === "" && lines.length > 0 ? "" : paragraph(text === "" ? "" : run(text), text)) + lines.join("")
  );
}

function picture(id: number, description: string): string {
  const svg = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${RELATIONS.svg}"/></a:ext></a:extLst>`;
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Map" descr="${xml(description)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${RELATIONS.png}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transform(SLIDE_WINDOW)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** The names on the map, each with its lines. */
function namesOf(marks: readonly Mark[]): TextMark[][] {
  const names: TextMark[][] = [];
  for (const mark of marks) {
    if (mark.shape !== "text") continue;
    const last = names[names.length - 1];
    if (mark.continues && last) last.push(mark);
    else names.push([mark]);
  }
  return names;
}

/** A name as a box of its own, its first baseline where it is on the page. */
function nameShape(id: number, lines: readonly TextMark[]): string {
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const width = Math.max(...lines.map(({ text, size, weight }) => textWidth(text, size, weight)));
  const x = first.isCentered ? first.x - width / 2 : first.x;
  const y = first.y - ABOVE * first.size;
  const place = { x, y, width, height: last.y + BELOW * last.size - y };
  const paragraphs = lines.map(({ text, size, weight, color, halo, isCentered }) =>
    paragraph(
      run(text, {
        size,
        isBold: weight === 700,
        color,
        // Half of a halo's stroke lies outside of the letters.
        ...(halo ? { halo: { color: halo.color, width: halo.width / 2, alpha: HALO_ALPHA } } : {}),
      }),
      text,
      { isCentered },
    ),
  );
  const whole = lines.map(({ text }) => text).join(" ");
  return textShape(id, whole, { place, body: bodyOf("t", "", "none") }, paragraphs.join(""));
}
