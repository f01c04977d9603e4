import { describe, expect, test } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { outputFiles } from "../../src/cli/formats.ts";
import { helpText } from "../../src/cli/help.ts";
import { OPTIONS } from "../../src/cli/options.ts";
import { TopographError } from "../../src/model/errors.ts";

const parse = (line: string) => parseArguments(line.split(" ").filter((word) => word !== ""));

describe("commands", () => {
  test("build: inputs and outputs in any order, short and long", () => {
    expect(parse("build a.bib -o map.json --title=X b.ris --output map.gexf")).toMatchObject({
      name: "build",
      inputs: ["a.bib", "b.ris"],
      outputs: ["map.json", "map.gexf"],
      title: "X",
      strict: false,
    });
  });

  test("the bare form serves and opens the browser; serve does not open it", () => {
    expect(parse("refs.bib")).toMatchObject({ name: "serve", open: true, inputs: ["refs.bib"] });
    expect(parse("serve map.json --port 0")).toMatchObject({ name: "serve", open: false, port: 0 });
  });

  test("why and similar take a map and papers", () => {
    expect(parseArguments(["why", "map.json", "p1", "Deep residual"])).toMatchObject({
      name: "why",
      papers: ["p1", "Deep residual"],
    });
    expect(parse("similar map.json p3 -n 5")).toMatchObject({ name: "similar", paper: "p3", count: 5 });
  });

  test("zotero takes a collection or none and all that build takes; mcp a map", () => {
    expect(parse("zotero -o m.json --watch --port 5 --topics 4")).toMatchObject({
      name: "zotero",
      watch: true,
      port: 5,
      inputs: [],
      parameters: { topics: 4 },
    });
    expect(parse("zotero Bees -o m.json")).toMatchObject({ collection: "Bees", watch: false });
    expect(parse("mcp map.json")).toMatchObject({ name: "mcp", input: "map.json" });
    expect(() => parse("build a.bib -o m.json --watch")).toThrow("--watch is an option of zotero");
  });

  test("parameters are numbers, weights fill in the defaults", () => {
    const command = parse(
      "build a.bib -o m.json --neighbours 9 --seed 7 --min-df 3 --weights concept=0.5,citation=0",
    );
    expect(command).toMatchObject({ parameters: { neighbours: 9, seed: 7, minDocumentFrequency: 3 } });
    expect(command).toMatchObject({ parameters: { weights: { keyword: 1, concept: 0.5, citation: 0 } } });
  });

  test("of two extensions that an output ends in the longer counts; others keep what stands before theirs", () => {
    expect(outputFiles(["a.vosviewer.json", "b.vosviewer.txt", "c.d.json", "-"])).toEqual([
      "a.vosviewer.json",
      "b.map.txt",
      "b.network.txt",
      "c.d.json",
    ]);
    // Were it taken for .json, this would be a map called ".vosviewer".
    expect(() => outputFiles([".vosviewer.json"])).toThrow("no name before its extension");
  });

  test("edges come in the order of the kinds, columns by field", () => {
    expect(parse("convert m.json -o m.gexf --edges citation,keyword")).toMatchObject({
      edges: ["keyword", "citation"],
    });
    expect(parse("inspect t.csv --columns title=Naslov,year=Leto")).toMatchObject({
      columns: { title: "Naslov", year: "Leto" },
    });
  });

  test("-- ends the options, - is standard input", () => {
    expect(parse("build - -o - -- -odd.bib")).toMatchObject({ inputs: ["-", "-odd.bib"], outputs: ["-"] });
  });

  test("without a file the first screen is served; the bare form opens it", () => {
    expect(parse("")).toMatchObject({ name: "serve", inputs: [], open: true });
    expect(parse("serve --port 0")).toMatchObject({ name: "serve", inputs: [], open: false, port: 0 });
  });

  test("help and version win over what is missing", () => {
    expect(parse("--help")).toEqual({ name: "help" });
    expect(parse("build --help")).toEqual({ name: "help", of: "build" });
    expect(parse("help")).toEqual({ name: "help" });
    expect(parse("help zotero")).toEqual({ name: "help", of: "zotero" });
    expect(parse("./help")).toMatchObject({ name: "serve", inputs: ["./help"] });
    expect(parse("--version")).toEqual({ name: "version" });
  });
});

test.each([
  ["build a.bib", "no output is named"],
  ["build -o m.json", "no file is named"],
  ["--topics 5", "--topics needs a file; expected topograph [<file…>]"],
  ["build a.bib -o m.jsn", "did you mean .json?"],
  ["build a.bib -o map", "no extension that is known"],
  ["build a.bib -o .json", "no name before its extension"],
  ["build a.bib -o m.json -o m.json", "named twice"],
  ["build a.bib -o", "--output needs a value"],
  ["build a.bib -o m.json --neighbors 0", '--neighbours is "0"; expected a whole number from 1 to 100'],
  ["build a.bib -o m.json --seed 1.5", '--seed is "1.5"'],
  ["build a.bib -o m.json --resolution x", '--resolution is "x"; expected a number above 0'],
  ["build a.bib -o m.json --topics 5 --resolution 1", "topics and resolution are both given"],
  ["build a.bib -o m.json --edges keywords", 'no kind of edge "keywords"; did you mean keyword?'],
  ["build a.bib -o m.json --edges xyz", 'no kind of edge "xyz". Kinds are keyword'],
  ["build a.bib -o m.json --weights keyword", "expected a list like keyword=1,citation=0.5"],
  ["build a.bib -o m.json --weights keyword=-1", 'keyword is "-1"'],
  ["build a.bib -o m.json --columns tittle=X", 'there is no field "tittle"'],
  ["build a.bib -o m.json --encoding klingon", '--encoding is "klingon"'],
  ["build a.bib -o m.json --language english", '--language is "english"; expected a code of two letters'],
  ["build a.bib -o m.json --titel X", "did you mean --title?"],
  ["build a.bib -o m.json --title X --title Y", "--title is given twice"],
  ["build a.bib -o m.json --quiet=yes", "--quiet takes no value"],
  ["build a.bib -o m.json --port 80", "--port is an option of serve"],
  ["biuld a.bib x", 'there is no command "biuld"; did you mean build?'],
  ["why m.json p1", "too few arguments"],
  ["why m.json p1 p2 p3", 'one argument too many: "p3"'],
  ["serve m.json --port 99999", '--port is "99999"'],
])("%s is refused: %s", (line, message) => {
  expect(() => parse(line)).toThrow(message);
  expect(() => parse(line)).toThrow(TopographError);
});

test("every option of every command is described, and every described option has a user", () => {
  const names = OPTIONS.map((option) => option.name);
  const used = new Set([...COMMANDS.values()].flatMap((info) => info.options));
  expect([...used].sort()).toEqual([...names].sort());
});

test("help fits into 80 columns, loses no word, and names the formats where a command writes", () => {
  for (const of of [undefined, ...COMMANDS.keys()]) {
    const text = helpText(of);
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const words = text.replace(/\s+/g, " ");
    const info = COMMANDS.get(of ?? "");
    for (const { name, help } of OPTIONS)
      if (!info || info.options.includes(name)) expect(words).toContain(help);
    expect(text.includes("  .gexf  ")).toBe(info?.options.includes("output") ?? true);
  }
});
