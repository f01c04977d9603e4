import { describe, expect, test } from "vitest";
import { buildDocument } from "../../src/document.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { decodeMap } from "../../src/model/decode.ts";
import type { DrawnNode } from "../../src/model/drawing.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { readDrawing } from "../../src/read/graph/drawing.ts";
import { readPapers } from "../../src/read/read.ts";
import { applyEdits, uneditedMap } from "../../src/shape/apply.ts";
import { redrawn, withDrawing } from "../../src/shape/drawing.ts";
import { fitPoints } from "../../src/shape/fit.ts";
import { source } from "../read/reading.ts";
import { sampleMap, samplePaper, sampleTopic } from "../sample-map.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");

/** Ten papers on a spiral: 0–4 in "Graphs" (0 and 1 in "Trees"), 5–9 in "Maps". */
function ten(): TopicMap {
  const column = (of: (i: number) => number) => Float32Array.from({ length: 10 }, (_, i) => of(i));
  const ids = (of: (i: number) => number) => Int32Array.from({ length: 10 }, (_, i) => of(i));
  return sampleMap({
    papers: Array.from({ length: 10 }, (_, i) => samplePaper(i, { title: `A title that is number ${i}` })),
    topics: [
      sampleTopic(0, "Graphs", { size: 5, examples: [0, 1] }),
      sampleTopic(1, "Maps", { size: 5, color: "#966105", examples: [5] }),
      sampleTopic(2, "Trees", { parent: 0, size: 2 }),
    ],
    topic: ids((i) => (i < 5 ? 0 : 1)),
    subtopic: ids((i) => (i < 2 ? 2 : -1)),
    runnerUp: ids(() => -1),
    confidence: column(() => 0.5),
    x: column((i) => i * [1, 0, -1, 0][i % 4]),
    y: column((i) => i * [0, 1, 0, -1][i % 4]),
    size: column(() => 0.3),
    terms: Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? ["even"] : ["odd"])),
    concepts: Array.from({ length: 10 }, () => []),
    edges: [],
  });
}

/** What Gephi would save, some nodes changed. */
async function drawn(map: TopicMap, change: (node: DrawnNode, i: number) => Partial<DrawnNode> = () => ({})) {
  const { nodes } = await readDrawing(source("map.gexf", [...toGexf(map)].join("")));
  return nodes.map((node, i) => ({ ...node, ...change(node, i) }));
}

const withValue = ({ values }: DrawnNode, name: string, value: string) => ({
  values: [...values.filter(([own]) => own !== name), [name, value] as const],
});

describe("a drawing that comes back", () => {
  test("as it was written: nothing changes", async () => {
    const map = ten();
    expect(redrawn(map, await drawn(map))).toMatchObject({
      edits: [],
      papers: 10,
      oddColors: 0,
      unknown: [],
      again: [],
    });
  });

  test("one paper moved, though all are scaled and shifted: the others stay to the last digit; taken back, saved, read", async () => {
    const map = ten();
    const nodes = await drawn(map, ({ x = 0, y = 0 }, i) => ({
      x: 3 * x + 100 + (i === 7 ? 600 : 0),
      y: 3 * y - 50,
    }));
    const { edits } = redrawn(map, nodes);
    expect(edits).toMatchObject([{ type: "place", papers: ["hash:7"] }]);
    const after = withDrawing(map, { edits });
    for (let i = 0; i < 10; i++)
      expect([after.x[i] === map.x[i], Math.abs(after.y[i] - map.y[i]) < (i === 7 ? 1e-4 : 1e-9)]).toEqual([
        i !== 7,
        true,
      ]);
    const read = await decodeMap([write(after)]);
    expect(write(read)).toBe(write(after));
    expect(write(applyEdits(read, []))).toBe(write(map));
  });

  test("another layout: as spread as the map around the same middle", () => {
    const map = { x: [0, 2, 0, 2], y: [0, 0, 2, 2] };
    const fitted = fitPoints(map, { x: [10, 50, 10, -30], y: [0, 40, 80, 40] });
    expect([...(fitted?.x ?? [])].map((v) => v.toFixed(3))).toEqual(["1.000", "2.414", "1.000", "-0.414"]);
    expect([...(fitted?.moved ?? [])]).toEqual([1, 1, 1, 1]);
    expect(fitPoints(map, { x: [1, 1, 1, 1], y: [2, 2, 2, 2] })).toBeUndefined();
  });

  test("topic columns: a paper into another topic, three into a new one, a topic renamed by all its papers", async () => {
    const map = ten();
    const nodes = await drawn(map, (node, i) =>
      i === 0
        ? withValue(node, "topic", "1")
        : i === 6
          ? withValue(node, "topic_name", "Graphs")
          : i > 6
            ? withValue(node, "topic_name", "Atlases")
            : {},
    );
    const { edits } = redrawn(map, nodes);
    expect(edits).toMatchObject([
      { type: "move", papers: ["hash:0"], to: { name: "Maps" } },
      { type: "move", papers: ["hash:6"], to: { name: "Graphs" } },
      { type: "group", topics: [{ name: "Atlases", papers: ["hash:7", "hash:8", "hash:9"] }] },
    ]);
    const after = withDrawing(map, { edits });
    expect(Array.from(after.topic, (id) => after.topics[id].name)).toEqual(
      "Maps Graphs Graphs Graphs Graphs Maps Graphs Atlases Atlases Atlases".split(" "),
    );
    const renamed = await drawn(map, (node, i) => (i > 4 ? withValue(node, "topic_name", "Atlases") : {}));
    expect(redrawn(map, renamed).edits).toMatchObject([
      { type: "rename", topic: { name: "Maps" }, name: "Atlases" },
    ]);
  });

  test("Gephi's classes: those that hold most of a topic go on as it, others are new; the same classes give nothing", async () => {
    const map = ten();
    const classes = (of: (i: number) => number) =>
      drawn(map, (node, i) => withValue(node, "Modularity Class", String(of(i))));
    expect(redrawn(map, await classes((i) => (i < 5 ? 4 : 2))).edits).toEqual([]);
    const { edits } = redrawn(map, await classes((i) => (i < 4 ? 1 : i < 7 ? 0 : 2)));
    const after = withDrawing(map, { edits });
    expect(Array.from(after.topic, (id) => after.topics[id].name)).toEqual(
      [0, 0, 0, 0, 2, 2, 2, 1, 1, 1].map((k) => ["Graphs", "Maps", "Even & odd"][k]),
    );
    expect([...after.subtopic].slice(0, 3)).toEqual([3, 3, -1]);
    expect(new Set(after.topics.slice(0, 3).map(({ color }) => color)).size).toBe(3);
    expect(write(uneditedMap(after))).toBe(write(map));
  });

  test("colours of most papers of a topic, labels; what no paper has is named", async () => {
    const map = ten();
    const nodes = await drawn(map, (_, i) => ({
      ...(i < 3 || i === 9 ? { color: "#aa0011" } : {}),
      ...(i === 4 ? { label: "Another title" } : {}),
      ...(i === 5 ? { id: "n5", label: "Nobody’s", values: [] } : {}),
    }));
    const found = redrawn(map, [...nodes, nodes[0]]);
    expect(found).toMatchObject({
      edits: [
        { type: "recolour", topic: { name: "Graphs" }, color: "#aa0011" },
        { type: "relabel", papers: ["hash:4"], labels: ["Another title"] },
      ],
      papers: 9,
      oddColors: 1,
      unknown: [{ id: "n5" }],
      again: [{ id: "p1" }],
    });
    const after = withDrawing(map, found);
    expect(after.papers[4]).toMatchObject({ title: "Another title", givenTitle: "A title that is number 4" });
    expect(write(await decodeMap([write(after)]))).toBe(write(after));
    expect((await readPapers([source("map.json", write(after))])).papers[4].title).toBe(
      "A title that is number 4",
    );
  });
});

test("places of a graph that is read stay, as an edit that can be taken back", async () => {
  const nodes = Array.from({ length: 6 }, (_, i) => {
    const place = `<viz:position x="${i * 100}" y="${(i * i) % 7}"/>`;
    return `<node id="${i}" label="The paper with number ${i} of six">${place}</node>`;
  });
  const text = `<gexf xmlns:viz="v"><graph><nodes>${nodes.join("")}</nodes></graph></gexf>`;
  const map = await buildDocument({ collection: await readPapers([source("g.gexf", text)]) });
  expect(map.edits.map(({ type }) => type)).toEqual(["place"]);
  expect([1, 2, 3, 4, 5].every((i) => map.x[i] > map.x[i - 1])).toBe(true);
  expect(uneditedMap(map).x).not.toEqual(map.x);
});

test("what is no graph is refused by its root", async () => {
  await expect(readDrawing(source("a.xml", "<feed></feed>"))).rejects.toThrow(
    "a.xml: this is no graph (<feed>)",
  );
  await expect(readDrawing(source("a.gexf", "<gexf><graph/></gexf>"))).rejects.toThrow(
    "a.gexf: the graph has no nodes",
  );
});
