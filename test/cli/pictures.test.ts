import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, runIn } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-pictures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, words);
const read = (name: string) => readFileSync(join(folder, name));

/** Width and height from a PNG's first chunk (PNG specification, 11.2.2). */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe.skipIf(!existsSync(CLI))("pictures from the command line", () => {
  beforeAll(() => {
    expect(run("build", resolve("data/resnet_papers_page.txt"), "-o", "map.json", "-q").code).toBe(0);
  });

  test("slides are the tour's stops, twice the same bytes", () => {
    const map = JSON.parse(read("map.json").toString());
    map.attributes.tour = [
      {
        title: "Where we stand",
        text: "All of it",
        notes: "Begin here.",
        papers: [],
        view: "v=1",
        to: "home",
      },
      { title: "What is new", text: "", notes: "", papers: [], view: "v=1&y=2022-2026" },
    ];
    writeFileSync(join(folder, "tour.json"), JSON.stringify(map));
    expect(run("convert", "tour.json", "-o", "a.pptx", "-o", "b.pptx").code).toBe(0);
    expect(read("a.pptx").equals(read("b.pptx"))).toBe(true);
    const parts = unzipSync(read("a.pptx"));
    const slides = Object.keys(parts).filter((name) => /slides\/slide\d+\.xml$/.test(name));
    expect(slides).toEqual(["ppt/slides/slide1.xml", "ppt/slides/slide2.xml"]);
    expect(strFromU8(parts["ppt/slides/slide1.xml"])).toContain("Where we stand");
    expect(strFromU8(parts["ppt/notesSlides/notesSlide1.xml"])).toContain("Begin here.");
    const dots = (k: number) => strFromU8(parts[`ppt/media/map${k}.svg`]).match(/<circle/g)?.length ?? 0;
    const recent = map.nodes.filter(
      ({ attributes }: { attributes: { year?: number } }) => (attributes.year ?? 0) >= 2022,
    ).length;
    expect([dots(1), dots(2)]).toEqual([map.nodes.length, recent]);
    expect(sizeOf(Buffer.from(parts["ppt/media/map1.png"]))).toEqual([1290, 1080]);
  });

  test("SVG, PNG and PDF are written without a browser, twice the same bytes", () => {
    const files = ["a.svg", "a.png", "a.pdf", "b.svg", "b.png", "b.pdf"];
    expect(run("convert", "map.json", ...files.flatMap((file) => ["-o", file])).code).toBe(0);
    for (const extension of ["svg", "png", "pdf"])
      expect(read(`a.${extension}`).equals(read(`b.${extension}`)), extension).toBe(true);
    expect(sizeOf(read("a.png"))).toEqual([1600, 1000]);
    expect(read("a.svg").toString()).toContain("Neural architecture");
    expect(read("a.pdf").subarray(0, 8).toString()).toBe("%PDF-1.7");
  });

  test("size, scale, theme and parts are as asked for", () => {
    const options = ["--size", "800x600", "--scale", "2", "--theme", "dark", "--without", "legend,title"];
    expect(run("convert", "map.json", "-o", "dark.svg", "-o", "dark.png", ...options).code).toBe(0);
    const svg = read("dark.svg").toString();
    expect(svg).toContain('width="1600" height="1200" viewBox="0 0 800 600"');
    expect(svg).toContain('fill="#14161b"');
    expect(svg).not.toMatch(/id="legend"|id="title"/);
    expect(sizeOf(read("dark.png"))).toEqual([1600, 1200]);
  });

  test("--look relief draws hills in the place of areas and links, in every format, twice the same bytes", () => {
    const files = ["c.svg", "c.png", "c.pdf", "d.svg", "d.png", "d.pdf"];
    const to = files.flatMap((file) => ["-o", file]);
    expect(run("convert", "map.json", ...to, "--look", "relief").code).toBe(0);
    for (const extension of ["svg", "png", "pdf"])
      expect(read(`c.${extension}`).equals(read(`d.${extension}`)), extension).toBe(true);
    expect(read("c.svg").toString()).toMatch(/<g id="links">\s*<\/g>/);
  });

  test.each([
    [["--theme", "drak"], "light or dark"],
    [["--look", "hills"], "flat or relief"],
    [["--size", "3x3"], "whole number from 200"],
    [["--scale", "9"], "from 1 to 8"],
    [["--without", "legnd"], "did you mean legend?"],
  ])("%j is refused with what was expected", (options, message) => {
    const { code, stderr } = run("convert", "map.json", "-o", "x.svg", ...options);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("a picture of more pixels than fit is refused, and nothing is left of it", () => {
    const { code, stderr } = run("convert", "map.json", "-o", "x.png", "--size", "20000x20000");
    expect(code).toBe(1);
    expect(stderr).toContain("too large");
    expect(existsSync(join(folder, "x.png"))).toBe(false);
  });

  describe("by fields", () => {
    beforeAll(() => {
      const rows = Array.from(
        { length: 24 },
        (_, i) => `Snow and ice ${i},${2001 + i},${i % 3 ? "US" : "FR"},${i * i},${i === 7 ? "about 7" : i}`,
      );
      writeFileSync(join(folder, "rows.csv"), `title,year,country,citations,depth\n${rows.join("\n")}\n`);
      expect(run("build", "rows.csv", "-o", "rows.json", "-q").code).toBe(0);
    });
    const dots = (name: string) =>
      [
        ...read(name)
          .toString()
          .split('id="papers"')[1]
          .split("</g>")[0]
          .matchAll(/fill="(#[0-9a-f]{6})"/g),
      ].map(([, color]) => color);

    test("--color, --ring and --size change the dots and the legend of every picture, from build and from convert", () => {
      const given = ["--color", "country", "--ring", "year", "--label", "depth"].concat([
        "--size",
        "citations",
        "--size",
        "a4",
      ]);
      expect(run("convert", "rows.json", ...given, "-o", "c.svg", "-o", "c.png", "-o", "c.pdf").code).toBe(0);
      expect(run("build", "rows.csv", ...given, "-o", "d.svg").code).toBe(0);
      expect(dots("d.svg").toSorted()).toEqual(dots("c.svg").toSorted());
      // Rings are drawn before the dots in them: 24 colours of years, two of countries.
      const found = dots("c.svg");
      expect(found).toHaveLength(48);
      expect(new Set(found.filter((_, k) => k % 2 === 1)).size).toBe(2);
      expect(new Set(found.filter((_, k) => k % 2 === 0)).size).toBe(24);
      const legend = read("c.svg").toString().split('id="legend"')[1];
      for (const text of [">country<", ">US<", ">16<", ">FR<", ">8<", ">ring: year<", ">2001<", ">2024<"])
        expect(legend).toContain(text);
      expect(sizeOf(read("c.png"))).toEqual([1123, 794]);
      const labels = read("c.svg").toString().split('id="labels"')[1];
      expect(labels).toMatch(/>(?:\d+|about 7)</);
      expect(labels).not.toMatch(/>Snow and ice \d/);
    });

    test("a page in one file opens in the colours asked for, slides are drawn in them", () => {
      const out = ["-o", "c.html", "-o", "c.pptx"];
      expect(run("convert", "rows.json", "--color", "country", ...out).code).toBe(0);
      expect(read("c.html").toString()).toContain('data-view="v=1&amp;color=country"');
      const svg = strFromU8(unzipSync(read("c.pptx"))["ppt/media/map1.svg"]);
      expect(new Set(svg.match(/<circle[^>]*fill="#[0-9a-f]{6}"/g)?.map((one) => one.slice(-8))).size).toBe(
        2,
      );
    });

    test.each([
      [["--color", "contry"], /no field "contry"; did you mean country\?.*year, citations.*country/],
      [["--ring", "__proto__"], /no field "__proto__"\. Fields: year/],
      [["--size", "country"], /no number is in the field "country".*1600x1000.*citations/],
      [["--size", "depth"], /"about 7" is no number in the field "depth"\. Expected WxH.*citations/],
      [["--size", "99999999x600"], /--size is "99999999x600"; expected a whole number from 200 to 20000/],
      [["--size", "a9"], /no field "a9".*a0 to a4/],
      [["--size", "a3", "--size", "a4"], /--size is given twice for pictures/],
    ])("%j is refused with what there is", (given, message) => {
      const { code, stderr } = run("convert", "rows.json", "-o", "x.svg", ...given);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(existsSync(join(folder, "x.svg"))).toBe(false);
    });
  });
});
