import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { shortName } from "../model/vectors.ts";
import type { Mark, PictureParts, TextMark } from "./mark.ts";
import { textWidth } from "./metrics.ts";
import type { Scene } from "./scene.ts";

const SIDE = 24;
const COLUMN = 308;
const ROW = 19;

/** Pixels that title, legend and small print take above and below a map of this width. */
export function pictureMargin(
  topics: number,
  width: number,
  parts: PictureParts,
): { readonly top: number; readonly bottom: number } {
  const rows = parts.legend === false ? 0 : Math.ceil(topics / columnsOf(width));
  const print = parts.smallPrint === false ? 0 : 26;
  return { top: parts.title === false ? 0 : 44, bottom: rows === 0 ? print : rows * ROW + 16 + print };
}

function columnsOf(width: number): number {
  return Math.max(1, Math.floor((width - 2 * SIDE + 16) / COLUMN));
}

/** Title above, legend and small print below the map. */
export function* furniture(scene: Scene, parts: PictureParts, height: number): Generator<Mark> {
  const { theme, colors, map } = scene;
  const { width } = scene.view;
  const legend = map.topics.filter(({ parent }) => parent === undefined);
  const room = width - 2 * SIDE;
  const line = (text: string, x: number, y: number, size: number, color: string): TextMark => ({
    shape: "text",
    text,
    x,
    y,
    size,
    weight: size > 14 ? 700 : 400,
    color,
    isCentered: false,
  });
  if (parts.title !== false && map.title !== "") {
    yield { shape: "begin", name: "title" };
    const title = cut(map.title, room, 20, 700);
    yield line(title, SIDE, 32, 20, theme.ink);
    const beside = SIDE + textWidth(title, 20, 700) + 16;
    const below = cut(map.subtitle ?? "", room + SIDE - beside, 14, 400);
    if (below !== "" && below !== "…") yield line(below, beside, 32, 14, theme.soft);
    yield { shape: "end" };
  }
  const print = parts.smallPrint === false ? 0 : 26;
  if (parts.legend !== false && legend.length > 0) {
    yield { shape: "begin", name: "legend" };
    const rows = Math.ceil(legend.length / columnsOf(width));
    for (const [k, { id, name, size }] of legend.entries()) {
      const x = SIDE + Math.floor(k / rows) * COLUMN;
      const y = height - print - (rows - (k % rows)) * ROW + 8;
      const color = colors[id] ?? theme.stray;
      yield { shape: "dot", x: x + 5, y: y - 4.5, radius: 5, color, ring: 0, ringColor: color, paper: -1 };
      const text = cut(name, COLUMN - 74, 13, 400);
      yield line(text, x + 16, y, 13, theme.ink);
      yield line(String(size), x + 22 + textWidth(text, 13, 400), y, 13, theme.soft);
    }
    yield { shape: "end" };
  }
  if (parts.smallPrint === false) return;
  yield { shape: "begin", name: "parameters" };
  yield line(cut(smallPrint(map), room, 12, 400), SIDE, height - 11, 12, theme.soft);
  yield { shape: "end" };
}

/** What the map is made of, in one line. */
function smallPrint(map: TopicMap): string {
  const { seed, neighbours, vectors } = map.parameters;
  const whose = (kind: EdgeKind) => (vectors && kind === "semantic" ? ` (${shortName(vectors)})` : "");
  const links = map.edges.map(({ kind, weight }) => `${weight.length} ${kind}${whose(kind)}`).join(", ");
  return `${map.generator} · ${map.papers.length} papers · links: ${links || "none"} · neighbours ${neighbours} · seed ${seed}`;
}

/** A text that fits into a width, cut with an ellipsis where it does not. */
function cut(text: string, width: number, size: number, weight: number): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
