import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { shortName } from "../model/vectors.ts";
import { cut, type Explained, legendHeight, legendMarks, legendRows, SIDE } from "./legend.ts";
import { type Mark, type PictureParts, textMark } from "./mark.ts";
import { textWidth as tableWidth } from "./metrics.ts";
import type { Scene } from "./scene.ts";

/** Pixels that title, legend and small print take above and below a map of this width. */
export function pictureMargin(
  explained: Explained,
  width: number,
  parts: PictureParts,
): { readonly top: number; readonly bottom: number } {
  const rows = parts.legend === false ? 0 : legendRows(explained, width);
  const print = parts.smallPrint === false ? 0 : 26;
  return { top: parts.title === false ? 0 : 44, bottom: legendHeight(rows) + print };
}

/** Title above, legend and small print below the map. */
export function* furniture(scene: Scene, parts: PictureParts, height: number): Generator<Mark> {
  const { theme, map, textWidth = tableWidth } = scene;
  const { width } = scene.view;
  const room = width - 2 * SIDE;
  if (parts.title !== false && map.title !== "") {
    yield { shape: "begin", name: "title" };
    const title = cut(map.title, room, 20, 700, textWidth);
    yield textMark(title, SIDE, 32, 20, 700, theme.ink);
    const beside = SIDE + textWidth(title, 20, 700) + 16;
    const below = cut(map.subtitle ?? "", room + SIDE - beside, 14, 400, textWidth);
    if (below !== "" && below !== "…") yield textMark(below, beside, 32, 14, 400, theme.soft);
    yield { shape: "end" };
  }
  const print = parts.smallPrint === false ? 0 : 26;
  if (parts.legend !== false && legendRows(scene, width) > 0) {
    yield { shape: "begin", name: "legend" };
    yield* legendMarks(scene, height - print);
    yield { shape: "end" };
  }
  if (parts.smallPrint === false) return;
  yield { shape: "begin", name: "parameters" };
  yield textMark(cut(smallPrint(map), room, 12, 400), SIDE, height - 11, 12, 400, theme.soft);
  yield { shape: "end" };
}

/** What the map is made of, in one line. */
function smallPrint(map: TopicMap): string {
  const { seed, neighbours, vectors } = map.parameters;
  const whose = (kind: EdgeKind) => (vectors && kind === "semantic" ? ` (${shortName(vectors)})` : "");
  const links = map.edges.map(({ kind, weight }) => `${weight.length} ${kind}${whose(kind)}`).join(", ");
  return `${map.generator} · ${map.papers.length} papers · links: ${links || "none"} · neighbours ${neighbours} · seed ${seed}`;
}
