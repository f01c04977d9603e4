// What is used of pdfkit and fontkit: their published types need Node's, which the core does without.

declare module "pdfkit" {
  interface Time {
    /** In milliseconds. */
    getTime(): number;
  }
  interface Options {
    readonly autoFirstPage: boolean;
    readonly pdfVersion: "1.7";
    readonly displayTitle: boolean;
    /** The font to begin with; null for none. */
    readonly font: null;
    readonly info: { readonly Title: string; readonly Creator: string; readonly CreationDate: Time };
  }
  interface TextOptions {
    readonly lineBreak: boolean;
    readonly baseline: "alphabetic";
    /** Outlines instead of filled letters. */
    readonly stroke: boolean;
    /** Where there are any, also none: the text is shaped as a whole, not word by word. */
    readonly features?: readonly string[];
  }
  type Rule = "even-odd";
  export default class PDFDocument {
    constructor(options: Options);
    readonly info: { CreationDate?: Time };
    push(part: Uint8Array | null): boolean;
    endMetadata(): void;
    end(): void;
    /** @param size in points of 1/72 inch */
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
    addContent(operators: string): this;
    save(): this;
    restore(): this;
    scale(factor: number): this;
    clip(): this;
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this;
    closePath(): this;
    lineWidth(width: number): this;
    lineJoin(join: "round"): this;
    opacity(alpha: number): this;
    fillOpacity(alpha: number): this;
    strokeOpacity(alpha: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    fill(color: string, rule?: Rule): this;
    stroke(color: string): this;
    fillAndStroke(fill: string, stroke: string, rule?: Rule): this;
    /** @param member the PostScript name of a font in a collection */
    registerFont(name: string, file: Uint8Array, member?: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string, options?: Pick<TextOptions, "features">): number;
    text(text: string, x: number, y: number, options: TextOptions): this;
  }
}

declare module "fontkit" {
  /** Outlines, y upwards; changes give new ones. */
  interface Path {
    scale(x: number, y: number): Path;
    translate(x: number, y: number): Path;
    /** The data of a path, two decimals. */
    toSVG(): string;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly postscriptName: string;
    readonly familyName: string | null;
    /** In degrees. */
    readonly italicAngle: number;
    /** Where the tables of the font lie in its file. */
    readonly directory: {
      readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
    };
    readonly "OS/2"?: { readonly usWeightClass: number };
    getName(key: "preferredFamily"): string | null;
    /** Letters shaped and set side by side, in units of the font. */
    layout(text: string): {
      readonly advanceWidth: number;
      readonly glyphs: readonly { readonly path: Path }[];
      readonly positions: readonly {
        readonly xAdvance: number;
        readonly xOffset: number;
        readonly yOffset: number;
      }[];
    };
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function create(file: Uint8Array): Font | { readonly fonts: readonly Font[] };
}
