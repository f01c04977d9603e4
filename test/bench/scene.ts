import { findFolder, sourceOf } from "../../src/cli/map-folder.ts";
import { allPoints } from "../../src/folder/all-points.ts";
import { withoutTexts } from "../../src/folder/bare.ts";
import { aboutFolder, openTables } from "../../src/folder/open.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { areasOf } from "../../src/scene/areas.ts";
import { clearHome, frameOf, homeCamera, NO_INSETS, viewOf } from "../../src/scene/camera.ts";
import { labelScene } from "../../src/scene/label-scene.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import { look, restate, sceneModel } from "../../src/scene/model.ts";
import { reliefOf } from "../../src/scene/relief.ts";
import { createAtlas } from "../../src/view/atlas.ts";
import { countShown, failedFilters, maskOf, NO_FILTERS } from "../../src/view/filters.ts";
import { paperAt } from "../../src/web/map/pointer.ts";

/**
 * `node --expose-gc dist/bench/scene.js map/`: what is derived of a map folder's points before the first frame, in a
 * frame and for a filter, in this process: CPU milliseconds of each, and what is left in memory. Papers are without texts,
 * as on the page.
 */
const [path = ""] = process.argv.slice(2);
const found = await findFolder(path);
if (!found) throw new Error(`${path} is no map folder`);
const map = await pointsOfFolder();

const memory = () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
function said<T>(what: string, work: () => T): T {
  const before = memory();
  const start = process.cpuUsage();
  const wall = performance.now();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  const took = `${((user + system) / 1000).toFixed(1)} | ${(performance.now() - wall).toFixed(1)}`;
  console.log(`| ${what} | ${took} | ${(memory() - before).toFixed(1)} |`);
  return value;
}

console.log(
  `${map.x.length} papers, ${map.topics.length} topics\n\n| what | CPU ms | ms | MB kept |\n|---|---|---|---|`,
);
const size = { width: 1080, height: 860 };
const insets = { top: 12, right: 12, bottom: 60, left: 64 };
const atlas = said("createAtlas, years, strays", () => {
  const made = createAtlas(map);
  made.years();
  made.strays();
  return made;
});
said("areas", () => areasOf(map));
said("candidates of labels", () => labelCandidates(map, map.size));
const model = said("scene model (areas known)", () => sceneModel(map, false));
said("home camera, clear of a box", () =>
  clearHome(map, size, insets, [{ left: 800, top: 10, right: 1000, bottom: 60 }]),
);
const frame = frameOf(map.x, map.y);
const obstacles = createObstacles();
for (const ratio of [1.2, 0.5, 0.1, 0.02, 0.004]) {
  const home = homeCamera(map, size, NO_INSETS);
  const view = viewOf(frame, { ...home, ratio }, size);
  said(`look, ratio ${ratio}`, () => look(model, view));
  said(`labels, ratio ${ratio}`, () => {
    model.labels = layoutLabels(model.candidates, labelScene(model, insets, []), obstacles);
  });
  said(`100 picks, ratio ${ratio}`, () => {
    for (let k = 0; k < 100; k++) paperAt(model, 300 + 4 * k, 300 + 2 * k, 4);
  });
}
said("restate, nothing hidden", () => restate(model));
const years = atlas.years();
for (let k = 0; k < 3; k++) {
  const filters = { ...NO_FILTERS, years: [(years?.to ?? 0) - 12 + k, years?.to ?? 0] as const };
  const context = { selection: new Set<number>(), stars: new Set<string>() };
  const failed = said("filter by year: what each fails", () => failedFilters(atlas, filters, context));
  model.visible = said("filter by year: mask", () => maskOf(failed));
  said("filter by year: counts of topics", () => countShown(atlas, failed, "topics"));
  said("filter by year: counts of years", () => countShown(atlas, failed, "years"));
  said("filter by year: restate", () => restate(model));
  said("filter by year: labels", () => {
    model.labels = layoutLabels(model.candidates, labelScene(model, insets, []), obstacles);
  });
}
said("filter by topic: what each fails", () =>
  failedFilters(atlas, { ...NO_FILTERS, topics: new Set([1]) }, { selection: new Set(), stars: new Set() }),
);
said("papers of a topic lit", () => {
  model.topics = [1];
  restate(model);
});
model.topics = [];
said("relief", () => reliefOf(map));

async function pointsOfFolder(): Promise<TopicMap> {
  if (!found) throw new Error("no folder");
  const folder = await openTables(await sourceOf(found));
  const { columns, years } = await allPoints(folder);
  const { fields: _, ...about } = aboutFolder(folder);
  return { ...about, ...columns, ...withoutTexts(years), edges: [] };
}
