import { describe, expect, test } from "vitest";
import { buildDocument } from "../../src/document.ts";
import { mostSimilarKept } from "../../src/explain/similar.ts";
import { explainLink } from "../../src/explain/why.ts";
import { inColumns, outOfColumns } from "../../src/export/columns-json.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { withoutQuotes } from "../../src/shape/quotes.ts";
import { withAbstracts } from "../../src/shape/restore.ts";
import { withhold } from "../../src/shape/withhold.ts";
import { tourOfTopics } from "../../src/view/generate.ts";
import { textEvidence } from "../../src/worker/evidence.ts";
import { createSession } from "../../src/worker/session.ts";
import { read } from "../read/reading.ts";

const SUBJECTS = ["graph layouts of large networks", "topic models of short texts"];
const records = Array.from({ length: 12 }, (_, i) => ({
  title: `Study ${i} on ${SUBJECTS[i % 2]}`,
  doi: `10.1000/${i}`,
  year: 2010 + i,
  authors: ["Doe, Jane"],
  abstract: `We study ${SUBJECTS[i % 2]} by SLEEPNET in ${i} experiments. Sentence ${i} has secret words about ${SUBJECTS[i % 2]} and nobody may copy it.`,
  ...(i === 0
    ? {
        title: "SleepNet: graph layouts of large networks",
        abstract: "We present SleepNet, a method that draws graph layouts of large networks in secret.",
      }
    : {}),
  summary: `Summary number ${i} is secret, too.`,
  country: "Chile",
  openAccess: i < 4 ? "gold" : "closed",
}));
const EXPORT = JSON.stringify(records);

type Node = { abstract: string; fields: Record<string, unknown> } & Record<string, unknown>;

async function made(): Promise<TopicMap> {
  const map = await buildMap(await read(EXPORT, "a.json"));
  const tour = tourOfTopics(map);
  const quote = {
    title: "Mine",
    text: `As they say: "${records[5].abstract.slice(0, 70)}" – indeed.`,
    notes: "",
    papers: [],
    view: "",
  };
  return { ...map, tour: [...tour, quote] };
}

describe("a map that is shared without abstracts", () => {
  test("holds no sentence of them anywhere, and titles, terms, shares and places as before", async () => {
    const map = await made();
    const saved = [...encodeMap(map)].join("");
    const shared = [...encodeMap(withhold(map, "abstracts"))].join("");
    expect(saved).toContain("secret");
    expect(shared).not.toMatch(
      /has secret words about|nobody may copy|number \d+ is secret|experiments\. Sentence/,
    );
    const [before, after] = [JSON.parse(saved), JSON.parse(shared)];
    const rest = (json: typeof before) =>
      json.nodes.map(({ attributes: { abstract: _, fields, ...node } }: { attributes: Node }) => {
        const { summary: __, ...others } = fields;
        return { ...node, others };
      });
    expect(rest(after)).toEqual(rest(before));
    const links = (json: typeof before) =>
      json.edges.map(
        ({ attributes: { sentence: _, ...link } }: { attributes: Record<string, unknown> }) => link,
      );
    expect(links(after)).toEqual(links(before));
    expect(after.attributes.withheld).toBe("abstracts");
    expect(after.attributes.notes.at(-1).message).toContain("shared without abstracts");
  });

  test("gets them back from the export, matched by identity: the same map but for cut captions", async () => {
    const map = await made();
    const shared = await decodeMap(encodeMap(withhold(map, "abstracts")));
    const { papers } = await read(EXPORT, "b.json");
    const restored = withAbstracts(shared, papers);
    expect([restored.found, restored.missing]).toEqual([12, 0]);
    const plain = ({ tour: _, fields: __, ...rest }: TopicMap) => rest;
    expect(JSON.parse([...encodeMap({ ...restored.map, tour: [], fields: [] })].join(""))).toEqual(
      JSON.parse([...encodeMap({ ...plain(map), tour: [], fields: [] })].join("")),
    );
    const some = withAbstracts(shared, papers.slice(0, 5));
    expect([some.found, some.missing, some.map.withheld]).toEqual([5, 7, "abstracts"]);
    expect(withAbstracts(shared, []).map).toBe(shared);
    const built = await buildDocument({ collection: await read(EXPORT, "a.json"), base: shared });
    expect(built.papers).toEqual(map.papers);
    expect([built.withheld, [...built.x]]).toEqual([undefined, [...shared.x]]);
  });

  test("keeps the abstracts of papers that are open access", async () => {
    const shared = withhold(await made(), "closed");
    expect(shared.papers.map(({ abstract }) => abstract !== "")).toEqual(records.map((_, i) => i < 4));
  });

  test("tells why papers are linked by what it keeps, in the page in one file, too; and counts no words anew", async () => {
    const map = withhold(await made(), "abstracts");
    const lines = new Blob([...inColumns(encodeMap(map), { whole: true })]).stream();
    const paged = await decodeMap(outOfColumns(lines));
    const list = map.edges[0];
    const [i, j] = [list.source[0], list.target[0]];
    const why = explainLink(paged, textEvidence(paged), i, j);
    expect(why.cosine).toBeCloseTo(list.weight[0], 5);
    expect(why.terms.length).toBeGreaterThan(0);
    // Its links, though titles alone may be more alike.
    const kept = mostSimilarKept(paged, i, 50).map(({ paper }) => paper);
    expect(kept).toContain(j);
    const session = createSession();
    session.open(paged);
    await expect(session.preview({ parameters: { neighbours: 3 } })).rejects.toThrow(
      "shared without abstracts",
    );
  });
});

test("quotations of seven words and more are cut, in any script; titles stay", () => {
  const source = "One two three four five six seven eight. 我们研究大型网络的图形布局方法。";
  expect(
    withoutQuotes(
      [
        "He says: one two, three four five six SEVEN; well.",
        "one two three four five six",
        "看：研究大型网络的图形，好",
        "One two three four five six seven eight\nnew",
      ],
      [source],
      new Set(["One two three four five six seven eight"]),
    ),
  ).toEqual([
    "He says: …; well.",
    "one two three four five six",
    "看：…，好",
    "One two three four five six seven eight\nnew",
  ]);
});
