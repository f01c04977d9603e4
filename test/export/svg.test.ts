import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { type SvgOptions, svgOf } from "../../src/export/svg.ts";
import { roundTopics } from "../scene/map.ts";

const map = { ...roundTopics(200, 5), title: 'Maps & <graphs> "here"\u0001' };

function svg(options: SvgOptions = {}, dark = false): string {
  const scene = pictureScene(map, { width: 1200, height: 800, dark, ...options });
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
    expect(bare).not.toMatch(/<rect[^>]*fill|id="title"|id="legend"|id="parameters"/);
    for (const part of ['fill="#fbfbf9"/>', 'id="title"', 'id="legend"', 'id="parameters"'])
      expect(svg()).toContain(part);
  });

  it("is dark in the dark theme", () => {
    expect(svg({}, true)).toContain('fill="#14161b"');
  });
});
