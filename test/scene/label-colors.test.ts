import { expect, it } from "vitest";
import { mix } from "../../src/scene/color.ts";
import { areaLook } from "../../src/scene/look.ts";
import { labelMarks } from "../../src/scene/map-marks.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { contrast, paletteColors, readable } from "../../src/scene/palette.ts";
import { sceneOf } from "../../src/scene/scene.ts";
import { themeOf, topicColors } from "../../src/scene/theme.ts";
import { laneNameColor } from "../../src/web/citations/axes.ts";
import { roundTopics } from "./map.ts";

it.each([false, true])(
  "names have a contrast of 4.5 on their topics' areas, whatever the colour (dark: %s)",
  (dark) => {
    const base = roundTopics(60, 4);
    let seen = 0;
    for (const color of paletteColors()) {
      const map = { ...base, topics: base.topics.map((topic) => ({ ...topic, color })) };
      const scene = sceneOf(map, { width: 1200, height: 800, dark, measure: tableMeasure, areas: [] });
      const { ground, core } = areaLook(dark, "plain");
      const under = mix(scene.theme.background, scene.colors[0], ground + core);
      for (const mark of labelMarks(scene)) {
        if (mark.shape !== "text" || !mark.text.includes("Topic")) continue;
        seen++;
        expect(contrast(mark.color, under)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(seen).toBeGreaterThan(0);
  },
);

it.each([false, true])("names of lanes have it beside their lanes and on them (dark: %s)", (dark) => {
  const base = roundTopics(60, 4);
  const theme = themeOf(dark);
  for (const color of paletteColors()) {
    const map = { ...base, topics: base.topics.map((topic) => ({ ...topic, color })) };
    const [own] = topicColors(map, theme);
    const name = laneNameColor(own, theme);
    expect(contrast(name, theme.background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(name, mix(theme.background, own, dark ? 0.13 : 0.085))).toBeGreaterThanOrEqual(4.5);
  }
});

it("leaves a colour that can be read as it is", () => {
  expect(readable("#1c2026", "#ffffff", "#000000")).toBe("#1c2026");
});
