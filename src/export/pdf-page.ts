import { HALO_ALPHA, type Mark, type TextMark } from "../scene/mark.ts";
import { drawRings, type Ring } from "../scene/rings.ts";
import { rgb } from "./color.ts";
import { type Face, runsOf } from "./pdf-text.ts";

/** The faces of a document by weight. */
export interface Faces {
  readonly regular: readonly Face[];
  readonly bold: readonly Face[];
}

/**
 * Draws marks as a PDF content stream (ISO 32000-1, 8 and 9) in a space of pixels, y down; text stays text. Notes the
 * alphas it needs, in percent.
 */
export function* contentOf(marks: Iterable<Mark>, faces: Faces, alphas: Set<number>): Generator<string> {
  const state = new Map<string, string>();
  /** Repeats no setting that holds already. */
  const set = (key: string, value: string) => {
    if (state.get(key) === value) return "";
    state.set(key, value);
    return `${value}\n`;
  };
  const alpha = (value: number) => {
    const percent = Math.round(value * 100);
    alphas.add(percent);
    return set("alpha", `/A${percent} gs`);
  };
  for (const mark of marks)
    switch (mark.shape) {
      case "box":
        yield `${alpha(1)}${set("fill", `${color(mark.color)} rg`)}${num(mark.x)} ${num(mark.y)} ${num(mark.width)} ${num(mark.height)} re f\n`;
        break;
      case "begin": {
        // What is set within holds no more after the end.
        state.clear();
        const { clip } = mark;
        yield `q\n${clip ? `${num(clip.x)} ${num(clip.y)} ${num(clip.width)} ${num(clip.height)} re W n\n` : ""}`;
        break;
      }
      case "end":
        state.clear();
        yield "Q\n";
        break;
      case "area": {
        const path = curves(mark.rings);
        yield `${alpha(mark.fill)}${set("fill", `${color(mark.color)} rg`)}${path}f*\n`;
        if (mark.line > 0)
          yield `${alpha(mark.line)}${set("stroke", `${color(mark.color)} RG`)}${set("width", "1 w")}${path}S\n`;
        break;
      }
      case "line":
        yield `${alpha(mark.alpha)}${set("stroke", `${color(mark.color)} RG`)}${set("width", `${num(mark.width)} w`)}${num(mark.x1)} ${num(mark.y1)} m ${num(mark.x2)} ${num(mark.y2)} l S\n`;
        break;
      case "dot": {
        const disc = circle(mark.x, mark.y, mark.radius + mark.ring / 2);
        const ring =
          mark.ring > 0
            ? `${set("stroke", `${color(mark.ringColor)} RG`)}${set("width", `${num(mark.ring)} w`)}`
            : "";
        yield `${alpha(1)}${set("fill", `${color(mark.color)} rg`)}${ring}${disc}${mark.ring > 0 ? "B" : "f"}\n`;
        break;
      }
      case "text":
        yield text(mark, faces, { set, alpha });
    }
}

interface Pen {
  set(key: string, value: string): string;
  alpha(value: number): string;
}

function text(mark: TextMark, faces: Faces, { set, alpha }: Pen): string {
  const runs = runsOf(mark.text, mark.weight === 700 ? faces.bold : faces.regular);
  const width = (runs.reduce((sum, run) => sum + run.width, 0) * mark.size) / 1000;
  const start = mark.isCentered ? mark.x - width / 2 : mark.x;
  const shown = (mode: 0 | 1) => {
    let x = start;
    const parts = runs.map((run) => {
      const part = `/${run.face.name} ${num(mark.size)} Tf 1 0 0 -1 ${num(x)} ${num(mark.y)} Tm <${run.hex}> Tj\n`;
      x += (run.width * mark.size) / 1000;
      return part;
    });
    return `BT ${mode} Tr\n${parts.join("")}ET\n`;
  };
  const { halo } = mark;
  // Text that is there to be seen, not to be found a second time.
  const under = halo
    ? `${alpha(HALO_ALPHA)}${set("join", "1 j")}${set("stroke", `${color(halo.color)} RG`)}${set("width", `${num(halo.width)} w`)}/Span << /ActualText () >> BDC\n${shown(1)}EMC\n`
    : "";
  return `${under}${alpha(1)}${set("fill", `${color(mark.color)} rg`)}${shown(0)}`;
}

/** Curves along rings. */
function curves(rings: readonly Ring[]): string {
  let path = "";
  const add = (operator: string, ...points: number[]) => {
    path += `${points.map(num).join(" ")} ${operator}\n`;
  };
  drawRings(rings, {
    moveTo: (...to) => add("m", ...to),
    lineTo: (...to) => add("l", ...to),
    bezierCurveTo: (...to) => add("c", ...to),
    closePath: () => add("h"),
  });
  return path;
}

/** A circle as four curves (the usual constant: 4/3 · (√2 − 1)). */
function circle(x: number, y: number, r: number): string {
  const k = 0.5523 * r;
  const curve = (...points: number[]) => `${points.map(num).join(" ")} c `;
  return (
    `${num(x + r)} ${num(y)} m ` +
    curve(x + r, y + k, x + k, y + r, x, y + r) +
    curve(x - k, y + r, x - r, y + k, x - r, y) +
    curve(x - r, y - k, x - k, y - r, x, y - r) +
    curve(x + k, y - r, x + r, y - k, x + r, y)
  );
}

function color(hex: string): string {
  return rgb(hex)
    .map((part) => num(part / 255))
    .join(" ");
}

/** At most three decimals, never in exponent form. */
function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
