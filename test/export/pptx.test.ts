import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type DeckOptions, pptxOf } from "../../src/export/pptx.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { createAtlas } from "../../src/view/atlas.ts";
import { type Stop, stopsOf } from "../../src/view/tour.ts";
import { anyMap, sampleMap } from "../sample-map.ts";
import { parseXml } from "./parse-xml.ts";

/** Stands for the program that draws: what it is given is looked at, not what it makes. */
const rasterise = () => new Uint8Array([137, 80, 78, 71]);
const EMU = 9525;

const deck = (map: TopicMap, tour: readonly Stop[], options: Partial<DeckOptions> = {}) =>
  pptxOf(createAtlas(map), tour, { rasterise, dark: false, ...options });
const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The shapes of a slide: name, paragraphs, and where each begins in pixels. */
function shapesOf(part: string | undefined) {
  return [...parseXml(part ?? "").getElementsByTagName("p:sp")].map((shape) => {
    const at = shape.getElementsByTagName("a:off")[0];
    const paragraphs = [...shape.getElementsByTagName("a:p")];
    return {
      name: shape.getElementsByTagName("p:cNvPr")[0].getAttribute("name"),
      x: Number(at?.getAttribute("x")) / EMU,
      y: Number(at?.getAttribute("y")) / EMU,
      text: paragraphs.map((p) => [...p.getElementsByTagName("a:t")].map((t) => t.textContent).join("")),
      fromRight: paragraphs.map((p) => p.getElementsByTagName("a:pPr")[0]?.getAttribute("rtl") === "1"),
    };
  });
}

const stop: Stop = { title: "", text: "", notes: "", papers: [], view: "v=1", to: "home" };

describe("slides", () => {
  const map = sampleMap();

  test("each stop is one: title, caption, papers and notes as text, its number a field", () => {
    const { identity, title } = map.papers[0];
    const tour = [
      { ...stop, title: "First <b>", text: "What it is", notes: "Say it.\n\nTwice.", papers: [identity] },
      { ...stop, title: "Second" },
    ];
    const parts = partsOf(deck(map, tour));
    expect([...parts.keys()].filter((name) => /slides\/slide\d/.test(name))).toHaveLength(2);
    const [heading, said] = shapesOf(parts.get("ppt/slides/slide1.xml"));
    expect(heading.text).toEqual(["First <b>"]);
    expect(said.text[0]).toBe("What it is");
    expect(said.text[1]).toContain(title);
    expect(parts.get("ppt/slides/slide2.xml")).toContain('type="slidenum"');
    expect(shapesOf(parts.get("ppt/notesSlides/notesSlide1.xml"))[1].text).toEqual(["Say it.", "", "Twice."]);
  });

  test("names on the map are boxes of their own and are not drawn; the drawing stands beside what is said", () => {
    const parts = partsOf(deck(map, [stop]));
    const names = shapesOf(parts.get("ppt/slides/slide1.xml")).slice(2, -2);
    const { name } = map.topics[0];
    expect(names.map(({ text }) => text.join(" ")).join("|")).toContain(name.split(" & ")[0]);
    for (const { x, y } of names) {
      expect(x).toBeGreaterThan(404);
      expect(x).toBeLessThan(1280);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(720);
    }
    const svg = parts.get("ppt/media/map1.svg");
    expect(svg).not.toContain("<text");
    expect(svg?.match(/<circle/g)).toHaveLength(map.papers.length);
  });

  test("a map without a tour has an overview with every topic and its number, then topics", () => {
    const parts = partsOf(deck(map, stopsOf({ ...map, tour: [] })));
    const legend = shapesOf(parts.get("ppt/slides/slide1.xml"))[1].text.slice(1);
    const main = map.topics.filter(({ parent }) => parent === undefined);
    expect(legend).toEqual(main.map(({ name, size }) => `${name} ${size}`));
    expect(shapesOf(parts.get("ppt/slides/slide2.xml"))[0].text[0]).toBe(
      [...main].sort((a, b) => b.size - a.size)[0].name,
    );
  });

  test("what is written from the right says so, whatever stands before its first letter", () => {
    const tour = [{ ...stop, title: "2024: شبكات عصبية (CNN)", text: "CNN شبكات" }];
    const [heading, said] = shapesOf(partsOf(deck(map, tour)).get("ppt/slides/slide1.xml"));
    expect([heading.fromRight[0], said.fromRight[0]]).toEqual([true, false]);
  });

  test("each links to its view on the page that is named, and nowhere where none is", () => {
    const page = "https://example.org/maps/?a=1&b=2";
    const relations = (options: Partial<DeckOptions>) =>
      partsOf(deck(map, [{ ...stop, view: "v=1&y=2000-2010" }], options)).get(
        "ppt/slides/_rels/slide1.xml.rels",
      );
    expect(relations({ page })).toContain(
      'Target="https://example.org/maps/?a=1&amp;b=2#v=1&amp;y=2000-2010" TargetMode="External"',
    );
    expect(relations({})).not.toContain("hyperlink");
  });

  test("any map: parts are XML, have a type, and refer to parts that are there; twice the same bytes", () => {
    fc.assert(
      fc.property(anyMap, (some) => {
        const bytes = deck(some, stopsOf(some));
        expect(deck(some, stopsOf(some))).toEqual(bytes);
        const parts = partsOf(bytes);
        const types = parts.get("[Content_Types].xml");
        for (const [name, part] of parts) {
          if (/\.(xml|rels|svg)$/.test(name)) parseXml(part);
          if (name.endsWith(".xml") && !name.startsWith("[")) expect(types).toContain(`PartName="/${name}"`);
          if (name.endsWith(".xml")) expect(part).not.toMatch(/NaN|Infinity|undefined/);
          if (!name.endsWith(".rels")) continue;
          const folder = name.replace(/_rels\/[^/]+$/, "");
          for (const [, target] of part.matchAll(/Target="([^"#]+)"/g))
            expect([...parts.keys()]).toContain(new URL(target, `file:///${folder}`).pathname.slice(1));
        }
      }),
      { numRuns: 12 },
    );
  });
});
