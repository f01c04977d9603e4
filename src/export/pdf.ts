import PDFDocument from "pdfkit";
import { HALO_ALPHA, type Mark, type TextMark } from "../scene/mark.ts";
import { drawRings, type Pen } from "../scene/rings.ts";
import { type Face, type Faces, openFaces } from "./faces.ts";
import { type Lack, mirrored, runsOf } from "./pdf-text.ts";

/** One page: what is on it, in pixels of 1/96 inch, times `scale`. */
export interface PdfPage {
  readonly marks: Iterable<Mark>;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

/** Font files (TrueType, OpenType, WOFF 1.0), in the order in which they are asked for a character. */
export interface Fonts {
  readonly regular: readonly Uint8Array[];
  readonly bold: readonly Uint8Array[];
  /** Asked after them. */
  readonly others?: Faces;
}

/**
 * Pages of marks as a PDF 1.7 file: vector drawings with their text as text, in subsets of the fonts. It holds no date
 * and no other accident: the same marks give the same bytes everywhere.
 */
export function pdfOf(pages: Iterable<PdfPage>, fonts: Fonts, title: string): Uint8Array[] {
  const { add, end } = pdfWriter(fonts, title);
  for (const page of pages) add(page);
  return end();
}

/** `pdfOf` page by page, for those who have something else to do between them. */
export function pdfWriter(fonts: Fonts, title: string) {
  const { document, parts } = createDocument(title);
  const faces = {
    regular: [...openFaces(fonts.regular, "regular"), ...(fonts.others?.regular ?? [])],
    bold: [...openFaces(fonts.bold, "bold"), ...(fonts.others?.bold ?? [])],
  };
  for (const { name, bytes, member } of [...faces.regular, ...faces.bold])
    document.registerFont(name, bytes, member);
  const lack: Lack = new Map();
  return {
    /** Letters of the pages so far that no font has. */
    lack,
    add({ marks, width, height, scale = 1 }: PdfPage): void {
      const points = 0.75 * scale;
      document.addPage({ size: [width * points, height * points], margin: 0 });
      document.scale(points);
      for (const mark of marks)
        if (mark.shape === "text")
          paintText(document, mark, mark.weight === 700 ? faces.bold : faces.regular, lack);
        else paint(document, mark);
    },
    /** The parts of the file. */
    end(): Uint8Array[] {
      document.end();
      return parts;
    },
  };
}

/** An empty document; its parts are complete when it has ended. */
function createDocument(title: string) {
  const parts: Uint8Array[] = [];
  class Collected extends PDFDocument {
    /** What a stream calls with each part: taken at once instead of in a later turn. */
    override push(part: Uint8Array | null): boolean {
      if (part) parts.push(part);
      return true;
    }
    /** Nothing in XMP: pdfkit would write the title there as it is, `<` and all, and a date. */
    override endMetadata(): void {}
  }
  const document = new Collected({
    autoFirstPage: false,
    pdfVersion: "1.7",
    displayTitle: true,
    // No font unless text asks for one.
    font: null,
    // The file's id is made of these: with the clock's time it would be another each time.
    info: { Title: title, Creator: "Topograph", CreationDate: { getTime: () => 0 } },
  });
  delete document.info.CreationDate;
  return { document, parts };
}

function paint(document: PDFDocument, mark: Exclude<Mark, TextMark>): void {
  switch (mark.shape) {
    case "box":
      document.rect(round(mark.x), round(mark.y), round(mark.width), round(mark.height));
      document.fillOpacity(1).fill(mark.color);
      break;
    case "begin":
      document.save();
      if (mark.clip) document.rect(mark.clip.x, mark.clip.y, mark.clip.width, mark.clip.height).clip();
      break;
    case "end":
      document.restore();
      break;
    case "area":
      drawRings(mark.rings, penOf(document), mark.straight);
      document.fillOpacity(percent(mark.fill)).strokeOpacity(percent(mark.line)).lineWidth(1);
      if (mark.line > 0) document.fillAndStroke(mark.color, mark.color, "even-odd");
      else document.fill(mark.color, "even-odd");
      break;
    case "line":
      document.moveTo(round(mark.x1), round(mark.y1)).lineTo(round(mark.x2), round(mark.y2));
      document.strokeOpacity(percent(mark.alpha)).lineWidth(round(mark.width)).stroke(mark.color);
      break;
    case "dot":
      document.circle(round(mark.x), round(mark.y), round(mark.radius + mark.ring / 2));
      document.opacity(1);
      if (mark.ring > 0) document.lineWidth(mark.ring).fillAndStroke(mark.color, mark.ringColor);
      else document.fill(mark.color);
  }
}

function penOf(document: PDFDocument): Pen {
  return {
    moveTo: (x, y) => document.moveTo(round(x), round(y)),
    lineTo: (x, y) => document.lineTo(round(x), round(y)),
    bezierCurveTo: (x1, y1, x2, y2, x, y) =>
      document.bezierCurveTo(round(x1), round(y1), round(x2), round(y2), round(x), round(y)),
    closePath: () => document.closePath(),
  };
}

function paintText(document: PDFDocument, mark: TextMark, faces: readonly Face[], lack: Lack): void {
  document.fontSize(mark.size);
  const runs = runsOf(mark.text, faces, lack).map(({ face, text: letters, isFromRight }) => {
    const text = isFromRight ? mirrored(letters) : letters;
    // pdfkit sets words from the left; what runs from the right is shaped as a whole.
    const features = isFromRight ? { features: [] } : {};
    return { face, text, features, width: document.font(face.name).widthOfString(text, features) };
  });
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const show = (stroke: boolean) => {
    let x = mark.isCentered ? mark.x - width / 2 : mark.x;
    for (const run of runs) {
      const options = { lineBreak: false, baseline: "alphabetic", stroke, ...run.features } as const;
      document.font(run.face.name).text(run.text, round(x), round(mark.y), options);
      x += run.width;
    }
  };
  if (mark.halo) {
    document.lineWidth(mark.halo.width).lineJoin("round").strokeColor(mark.halo.color);
    // There to be seen, not to be found a second time.
    document.strokeOpacity(HALO_ALPHA).addContent("/Span << /ActualText () >> BDC");
    show(true);
    document.addContent("EMC");
  }
  document.fillOpacity(1).fillColor(mark.color);
  show(false);
}

/** Each alpha is an object of the file: a hundred are enough. */
function percent(alpha: number): number {
  return Math.round(alpha * 100) / 100;
}

/** Three decimals are far below what can be seen, and make files smaller. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
