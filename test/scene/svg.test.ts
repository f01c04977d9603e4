import { DOMParser } from "@xmldom/xmldom";
import { contours } from "d3";
import { describe, expect, it } from "vitest";
import { areasOf } from "../../src/scene/areas.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { sceneOf } from "../../src/scene/scene.ts";
import { type SvgOptions, svgMargin, svgOf } from "../../src/scene/svg.ts";
import { roundTopics } from "./map.ts";

const map = { ...roundTopics(200, 5), title: 'Maps & <graphs> "here"\u0001' };
const areas = areasOf(
  map,
  (field, width, height, level) =>
    contours().size([width, height]).contour(Array.from(field), level).coordinates,
);

function svg(options: SvgOptions = {}, dark = false): string {
  const margin = svgMargin(5, 1200, options);
  const scene = sceneOf(map, { width: 1200, height: 800, dark, measure: tableMeasure, areas, margin });
  return [...svgOf(scene, options)].join("");
}

describe("svgOf", () => {
  it("is well-formed whatever the title, with a circle a paper and the topics' names as text", () => {
    const text = svg();
    const problems: string[] = [];
    const document = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
      text,
      "image/svg+xml",
    );
    expect(problems).toEqual([]);
    const papers = Array.from(document.getElementsByTagName("g")).find(
      (g) => g.getAttribute("id") === "papers",
    );
    expect(papers?.getElementsByTagName("circle").length).toBe(200);
    expect(document.getElementsByTagName("title")[0].textContent).toBe('Maps & <graphs> "here"');
    for (const topic of map.topics) expect(text).toContain(topic.name);
  });

  it("has no NaN and is the same each time", () => {
    expect(svg()).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg()).toBe(svg());
  });

  it("leaves out background, title, legend and small print when asked", () => {
    const bare = svg({ background: false, legend: false, title: false, smallPrint: false });
    expect(bare).not.toMatch(/<rect|id="title"|id="legend"|id="parameters"/);
    for (const part of ["<rect", 'id="title"', 'id="legend"', 'id="parameters"'])
      expect(svg()).toContain(part);
  });

  it("is dark in the dark theme", () => {
    expect(svg({}, true)).toContain('fill="#14161b"');
  });
});
