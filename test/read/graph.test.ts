import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toVosviewer } from "../../src/export/vosviewer.ts";
import { readPapers } from "../../src/read/read.ts";
import { sampleMap } from "../sample-map.ts";
import { messages, read } from "./reading.ts";
import { fileSource, SHARED } from "./shared.ts";

const GEPHI = `<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta><creator>Gephi 0.10.1</creator></meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="year" title="Year" type="integer"/>
      <attribute id="doi" title="DOI" type="string"/>
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute>
    </attributes>
    <nodes>
      <node id="0" label="Sorting networks and their applications">
        <attvalues><attvalue for="year" value="1968"/><attvalue for="modularity_class" value="3"/></attvalues>
        <viz:size value="10.0"></viz:size><viz:position x="-120.5" y="3.25"></viz:position><viz:color r="200" g="0" b="16"/>
      </node>
      <node id="1" label="An O(n log n) sorting network">
        <attvalues><attvalue for="year" value="1983"/><attvalue for="doi" value="10.1145/800061.808726"/></attvalues>
        <viz:position x="40" y="-8"/>
      </node>
    </nodes>
    <edges>
      <edge id="0" source="1" target="0" weight="2.0"/>
      <edge id="1" source="0" target="1" type="undirected"/>
      <edge id="2" source="0" target="9"/>
    </edges>
  </graph>
</gexf>`;

describe("graphs of papers", () => {
  test("of Gephi: label, attributes, defaults and places; directed links are citations", async () => {
    const { papers, fields, places, files } = await read(GEPHI, "a.gexf");
    expect(papers.map(({ id, title, year, references }) => [id, title, year, references])).toEqual([
      ["0", "Sorting networks and their applications", 1968, []],
      ["1", "An O(n log n) sorting network", 1983, ["0"]],
    ]);
    expect(papers[1].doi).toBe("10.1145/800061.808726");
    expect(fields?.map(({ name }) => name)).toEqual(["Modularity Class"]);
    expect([...(places?.x ?? []), ...(places?.y ?? [])]).toEqual([-120.5, 40, 3.25, -8]);
    expect(files[0].format).toBe("gexf");
    expect(files[0].warnings).toMatchObject([
      { line: 23, message: "a link names the node 9, which is not there; left out" },
    ]);
  });

  test("of networkx as GraphML: the title is an attribute of that name", async () => {
    const text = `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d2" for="edge" attr.name="weight" attr.type="long"/>
<key id="d1" for="node" attr.name="abstract" attr.type="string"/><key id="d0" for="node" attr.name="title" attr.type="string"/>
<graph edgedefault="directed"><node id="a"><data key="d0">Heaps</data><data key="d1">We heap &amp; sort.</data></node>
<node id="b"><data key="d0">Trees</data></node><edge source="a" target="b"><data key="d2">1</data></edge></graph></graphml>`;
    const { papers, places } = await read(text);
    expect(papers.map(({ id, title, abstract, references }) => [id, title, abstract, references])).toEqual([
      ["a", "Heaps", "We heap & sort.", ["b"]],
      ["b", "Trees", "", []],
    ]);
    expect(places).toBeUndefined();
  });

  test.each([
    ["GEXF", toGexf],
    ["GraphML", toGraphml],
  ])("our own %s: papers, fields, citations; what the map found is found anew", async (_, write) => {
    const sample = sampleMap();
    const [first, ...others] = sample.papers;
    const map = { ...sample, papers: [{ ...first, doi: "10.1234/a" }, ...others] };
    const { papers, fields, places } = await read([...write(map)].join(""));
    const told = ({ id, title, abstract, authors, year, venue, doi, url }: (typeof papers)[number]) => ({
      id,
      title,
      abstract,
      authors: authors.length,
      year,
      venue,
      doi,
      url,
    });
    expect(papers.map(told)).toEqual(map.papers.map(told));
    expect(fields).toBeUndefined();
    expect(places?.x.length).toBe(4);
    const citations = map.edges.find(({ kind }) => kind === "citation");
    expect(papers.map(({ references }) => references.length).reduce((a, b) => a + b)).toBe(
      citations?.source.length ?? 0,
    );
  });

  test("what is no paper is refused by an example; damage is told of with its line", async () => {
    const names = GEPHI.replace(/ label="[^"]*"/g, ' label="Ada"')
      .replaceAll("doi", "dob")
      .replaceAll("DOI", "DOB");
    expect((await read(names)).files[0].refusal).toContain(
      "is a graph, but not of papers: its nodes, such as “Ada”",
    );
    const twice = await read(GEPHI.replace('<node id="1"', '<node id="0"'));
    expect(messages(twice).join("\n")).toMatch(/line 15.*the id 0 is used twice/);
    const cut = await read(GEPHI.slice(0, GEPHI.indexOf("<edges>")));
    expect(cut.papers).toHaveLength(2);
    expect(messages(cut).join("\n")).toContain("truncated?");
  });
});

describe.skipIf(!existsSync(SHARED))("real graphs", () => {
  test.each(["gexf/graphology_rio.gexf", "gexf/graphology_yeast.gexf", "graphml/gephi_football.graphml"])(
    "%s is no graph of papers",
    async (name) => {
      const { files } = await readPapers([fileSource(`${SHARED}/formats/${name}`)]);
      expect(files[0].refusal).toMatch(/graph, but not of papers.*collection/);
    },
  );
});

describe("networks of VOSviewer", () => {
  const network = (...items: object[]) =>
    JSON.stringify({ network: { items, links: [{ source_id: 1, target_id: 2 }] } });

  test("bibliographic data: title, authors, source and year stand in the description", async () => {
    const description =
      "<table><tr><td>Authors:</td><td>visser, martijn; waltman, ludo</td></tr><tr><td>Title:</td><td>sources compared</td></tr><tr><td>Source:</td><td>quantitative science studies, 2(1)</td></tr><tr><td>Year:</td><td>2021</td></tr></table>";
    const item = {
      id: 29,
      label: "visser (2021)",
      description,
      url: "https://example.org/29",
      x: 0.5,
      y: -1,
      cluster: 2,
    };
    const scores = { "Pub. year": 2021, Citations: 19, "Norm. citations": 20.2955 };
    const { papers, fields, places, files } = await read(
      network(
        { ...item, scores },
        { ...item, id: 30, x: 2, description: description.replace("sources", "works") },
      ),
    );
    expect(papers[0]).toMatchObject({
      id: "29",
      title: "sources compared",
      authors: ["martijn visser", "ludo waltman"],
      venue: "quantitative science studies, 2(1)",
      year: 2021,
      citations: 19,
      url: "https://example.org/29",
    });
    expect(fields?.map(({ name }) => name)).toEqual(["Norm. citations", "cluster"]);
    expect([...(places?.x ?? [])]).toEqual([0.5, 2]);
    expect(files[0].format).toBe("vosviewer-json");
  });

  test("authors and terms are no papers", async () => {
    const { files } = await read(network({ id: 1, label: "abbasi, a" }, { id: 2, label: "deep learning" }));
    expect(files[0].refusal).toContain("2 items of the network are no papers, such as “abbasi, a”");
  });

  test("our own comes back with authors, years and places", async () => {
    const map = sampleMap();
    const { papers } = await read([...toVosviewer(map)].join(""));
    expect(papers.map(({ title, year, authors, venue }) => [title, year, authors, venue])).toEqual(
      map.papers.map(({ title, year, authors, venue }) => [
        title,
        year,
        authors.map((a) => a.replace("Müller, Jörg", "Jörg Müller")),
        venue,
      ]),
    );
  });
});
