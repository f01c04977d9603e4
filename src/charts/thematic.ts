import { max, min, scaleSqrt } from "d3";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { createBoxes } from "../scene/boxes.ts";
import { mix } from "../scene/color.ts";
import { cut } from "../scene/legend.ts";
import { type Mark, textMark } from "../scene/mark.ts";
import { textWidth } from "../scene/metrics.ts";
import { readable } from "../scene/palette.ts";
import { countedLinks, type ThematicMap, thematicMap } from "../time/thematic.ts";
import {
  type ChartOptions,
  type ChartPage,
  chartPage,
  dotMark,
  type Frame,
  firstLevel,
  lineMark,
  middleMark,
} from "./page.ts";

/** Pixels of the largest circle. */
const LARGEST = 46;
/** Room for the words at the axes. */
const AXES = 50;

/**
 * The thematic map: topics by Callon's centrality (to the right) and density (upwards) on scales of square roots, parted
 * by the medians of both.
 * @throws TopographError (input) where the map has no topic
 */
export function thematicChart(map: TopicMap, options: ChartOptions = {}): ChartPage {
  const topics = firstLevel(map);
  const found = thematicMap(countedLinks(map), map.topic, topics.length);
  if (found.themes.length === 0)
    throw new TopographError("input", "the map has no topic, so that there is no thematic map of it");
  return chartPage(
    map,
    options,
    {
      what: "thematic map: how central topics are, and how dense",
      print:
        "centrality 10 · Σ links to other topics, density 100 · Σ links within / papers (Callon et al. 1991), on scales of square roots · lines: medians · area: papers",
      topics,
    },
    (frame) => quadrants(frame, map, found),
  );
}

function quadrants(frame: Frame, map: TopicMap, { themes, centrality, density }: ThematicMap): Mark[] {
  const { theme, colors } = frame;
  const [left, right, top, bottom] = [frame.left + AXES, frame.right, frame.top, frame.bottom - AXES];
  const scale = (of: "centrality" | "density", range: readonly [number, number]) => {
    const [low, high] = [min(themes, (one) => one[of]) ?? 0, max(themes, (one) => one[of]) || 1];
    const room = (high - low) * 0.12 || high * 0.5;
    return scaleSqrt()
      .domain([Math.max(0, low - room), high + room])
      .range(range);
  };
  const x = scale("centrality", [left, right]);
  const y = scale("density", [bottom, top]);
  const [midX, midY] = [x(centrality), y(density)];
  const most = max(themes, ({ papers }) => papers) || 1;
  const radius = (papers: number) => Math.max(5, LARGEST * Math.sqrt(papers / most));
  const bySize = [...themes].sort((a, b) => b.papers - a.papers || a.topic - b.topic);
  const marks: Mark[] = [
    lineMark(left, bottom, right, bottom, theme.soft, 1, 0.5),
    lineMark(left, bottom, left, top, theme.soft, 1, 0.5),
    lineMark(midX, bottom, midX, top, theme.soft, 1.5, 0.45),
    lineMark(left, midY, right, midY, theme.soft, 1.5, 0.45),
    middleMark("more central", (left + right) / 2, bottom + 22, 13, 400, theme.soft),
    textMark("denser", frame.left, top + 12, 13, 400, theme.soft),
  ];
  const boxes = createBoxes();
  boxes.clear(frame.width, frame.bottom);
  const corner = (text: string, isRight: boolean, isTop: boolean) => {
    const width = textWidth(text, 14, 700);
    const at = isRight ? right - width - 8 : left + 84;
    const line = isTop ? top + 16 : bottom - 10;
    boxes.add(at - 4, line - 15, at + width + 4, line + 5);
    marks.push(textMark(text, at, line, 14, 700, theme.soft));
  };
  corner("motor themes", true, true);
  corner("niche themes", false, true);
  corner("basic themes", true, false);
  corner("emerging or declining themes", false, false);
  for (const { topic, papers, centrality: c, density: d } of bySize)
    marks.push(dotMark(x(c), y(d), radius(papers), mix(theme.background, colors[topic] ?? theme.stray, 0.78), 1.5, theme.background)); // biome-ignore format: a row
  for (const { papers, centrality: c, density: d } of themes) {
    // A circle takes the room of the square within it: names may touch its rim.
    const r = radius(papers) * 0.75;
    boxes.add(x(c) - r, y(d) - r, x(c) + r, y(d) + r);
  }
  for (const one of bySize) {
    const [cx, cy, r] = [x(one.centrality), y(one.density), radius(one.papers)];
    const size = 13;
    const text = cut(map.topics[one.topic].name, 230, size, 700);
    const width = textWidth(text, size, 700);
    const spots = [
      [cx - width / 2, cy - r - 6],
      [cx + r + 5, cy + 4],
      [cx - r - 5 - width, cy + 4],
      [cx - width / 2, cy + r + 15],
    ] as const;
    const spot = spots.find(
      ([from, base]) =>
        from >= left + 2 &&
        from + width <= frame.width - 6 &&
        base - 12 >= top - 8 &&
        base <= bottom - 3 &&
        boxes.count(from - 2, base - 12, from + width + 2, base + 4, 1) === 0,
    );
    if (!spot) continue;
    boxes.add(spot[0] - 2, spot[1] - 12, spot[0] + width + 2, spot[1] + 4);
    const color = readable(mix(colors[one.topic] ?? theme.soft, theme.ink, 0.2), theme.background, theme.ink);
    marks.push(middleMark(text, spot[0] + width / 2, spot[1], size, 700, color, theme.background));
  }
  return marks;
}
