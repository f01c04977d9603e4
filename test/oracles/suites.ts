import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parse as parseYaml } from "yaml";
import { type Case, type Expected, fromBibtex, fromBibtexEntry, fromCsl, fromZotero } from "./expected.ts";

/** A peer's test suite: the folder of its checkout, and the cases in it. */
export interface Suite {
  readonly name: string;
  readonly folder: string;
  readonly cases: (root: string) => Iterable<Case>;
}

/** Translators whose format Topograph reads, and the ending of a file of it. */
const TRANSLATORS: readonly (readonly [string, string])[] = [
  ["BibTeX", ".bib"],
  ["RIS", ".ris"],
  ["MEDLINEnbib", ".nbib"],
  ["Web of Science Tagged", ".txt"],
  ["ReferBibIX", ".enw"],
  ["Endnote XML", ".xml"],
  ["PubMed XML", ".xml"],
  ["OpenAlex JSON", ".json"],
  ["CSL JSON", ".json"],
  ["Datacite JSON", ".json"],
  ["OVID Tagged", ".txt"],
  ["RefWorks Tagged", ".txt"],
  ["MODS", ".xml"],
  ["Crossref Unixref XML", ".xml"],
  ["RDF", ".rdf"],
];

const read = (...path: string[]) => readFileSync(join(...path), "utf8");
const files = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];

/** The tests at the end of a translator: JSON behind `var testCases =`. */
function* translatorCases(root: string, name: string, extension: string): Generator<Case> {
  const [, block] = read(root, `${name}.js`).split(/var testCases = /);
  const json = block?.slice(0, block.lastIndexOf("]") + 1);
  for (const [i, test] of (JSON.parse(json ?? "[]") as Record<string, unknown>[]).entries()) {
    if (test.type !== "import" || typeof test.input !== "string") continue;
    const items = (test.items as Record<string, unknown>[]).filter(({ itemType }) => itemType !== "note");
    yield {
      name: `${name} ${i + 1}`,
      fileName: `case${extension}`,
      content: test.input,
      expected: items.map(fromZotero),
    };
  }
}

/** Pairs of a .bib and the items that Better BibTeX makes of it. */
function* betterBibtexCases(root: string): Generator<Case> {
  const folder = join(root, "test/fixtures/import");
  for (const file of files(folder).filter((name) => name.endsWith(".bib"))) {
    const json = join(folder, file.replace(/\.bib$/, ".json"));
    if (!existsSync(json)) continue;
    const { items } = JSON.parse(read(json)) as { items?: Record<string, unknown>[] };
    const real = (items ?? []).filter(({ itemType }) => itemType !== "note" && itemType !== "attachment");
    yield {
      name: file,
      fileName: basename(file),
      content: readFileSync(join(folder, file)),
      expected: real.map(fromZotero),
    };
  }
}

/** The parser's own snapshots, without changes of case. */
function* parserCases(root: string): Generator<Case> {
  const snapshots = join(root, "test/snapshots/sentencecase=off^caseprotection=off");
  for (const file of files(snapshots).filter((name) => name.endsWith(".yaml"))) {
    const source = file.replace(/\.yaml$/, "");
    const path = [join(root, "test/better-bibtex", source), join(root, "test", source)].find(existsSync);
    if (path === undefined) continue;
    const { entries } = parseYaml(read(snapshots, file), { maxAliasCount: -1 }) as {
      entries?: { fields: Record<string, unknown> }[];
    };
    const expected = (entries ?? []).map(({ fields }) => fromBibtexEntry(fields));
    yield {
      name: source,
      fileName: `${basename(source).replace(/\.\w+$/, "")}.bib`,
      content: readFileSync(path),
      expected,
    };
  }
}

const IMPORTERS = "jablib/src/test/resources/org/jabref/logic/importer/fileformat";

/** A file of any format beside the .bib that JabRef makes of it. */
function* jabrefPairs(root: string): Generator<Case> {
  const folder = join(root, IMPORTERS);
  for (const file of files(folder)) {
    const bib = join(folder, `${file.slice(0, -extname(file).length)}.bib`);
    if (!/\.(?:ris|xml|nbib|isi|txt|enw|ref)$/.test(file) || !existsSync(bib)) continue;
    yield {
      name: file,
      fileName: basename(file),
      content: readFileSync(join(folder, file)),
      expected: fromBibtex(read(bib)),
    };
  }
}

/** JabRef's other .bib files, by retorquere's parser. */
function* jabrefBibliographies(root: string): Generator<Case> {
  for (const file of files(root).filter((name) => name.endsWith(".bib") && name.includes("test")))
    yield {
      name: file,
      fileName: basename(file),
      content: readFileSync(join(root, file)),
      expected: fromBibtex(read(root, file)),
    };
}

/** The items that citeproc-js cites in its fixtures: what is in them is what they say. */
function* citeprocCases(root: string): Generator<Case> {
  for (const file of files(join(root, "fixtures")).filter((name) => name.endsWith(".txt"))) {
    const block = />>=+ INPUT =+>>([\s\S]*?)<<=+ INPUT =+<</.exec(read(root, "fixtures", file))?.[1];
    if (block === undefined) continue;
    const expected: Expected[] = (JSON.parse(block) as Record<string, unknown>[]).map(fromCsl);
    yield { name: file, fileName: "items.json", content: block, expected };
  }
}

export const SUITES: readonly Suite[] = [
  ...TRANSLATORS.map(([name, extension]) => ({
    name: `Zotero: ${name}`,
    folder: "translators",
    cases: (root: string) => translatorCases(root, name, extension),
  })),
  { name: "Better BibTeX", folder: "zotero-better-bibtex", cases: betterBibtexCases },
  { name: "retorquere's parser", folder: "bibtex-parser", cases: parserCases },
  { name: "JabRef: importers", folder: "jabref", cases: jabrefPairs },
  { name: "JabRef: .bib", folder: "jabref", cases: jabrefBibliographies },
  { name: "citeproc-js: CSL", folder: "citeproc-js", cases: citeprocCases },
];
