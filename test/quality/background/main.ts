import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "fflate";
import type { Paper } from "../../../src/model/paper.ts";
import { readPapers } from "../../../src/read/read.ts";
import { fileSource } from "../../bench/source.ts";
import { labelsOf } from "../labels.ts";
import { countField, createCounts, tableOf } from "./counts.ts";

/**
 * `npm run background -- <folder of other collections>`: counts the words of science on the collections of sources.tsv and
 * writes data/background.bin; what was counted goes to standard output, for data/README.md.
 */
const OUT = "data/background.bin";
const SOURCES = "test/quality/background/sources.tsv";
const LEAST_ABSTRACT = 100;

/** Archives of arXiv that are one field; the others are fields of their own name, or too small to be one ("physics"). */
const FIELDS: readonly (readonly [string, string])[] = [
  ["computing", "cs cmp-lg"],
  ["mathematics", "math math-ph q-alg alg-geom dg-ga funct-an"],
  [
    "physics",
    "physics nlin chao-dyn solv-int patt-sol adap-org comp-gas chem-ph acc-phys ao-sci atom-ph plasm-ph",
  ],
  ["condensed matter", "cond-mat mtrl-th supr-con"],
  ["high-energy physics", "hep-th hep-ph hep-ex hep-lat nucl-th nucl-ex gr-qc"],
  ["astronomy", "astro-ph"],
  ["quantum physics", "quant-ph"],
  ["statistics", "stat bayes-an"],
  ["biology", "q-bio"],
  ["economics", "econ q-fin"],
  ["engineering", "eess"],
];
const fieldOf = new Map(FIELDS.flatMap(([field, names]) => names.split(" ").map((name) => [name, field])));

const titleKey = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = process.argv[2] ?? ".";
/** Titles that were counted, and those of the collections that quality is measured on, which stay out. */
const seen = new Set<string>();
const fields = new Map<string, Paper[]>();
for (const line of readFileSync(SOURCES, "utf8").split("\n")) {
  if (line.startsWith("#") || line.trim() === "") continue;
  const [field, path] = line.split("\t");
  const file = path.startsWith("../") ? path : `${folder}/${path}`;
  if (!existsSync(file)) {
    say(`${path} is not there: left out`);
    continue;
  }
  const { papers } = await readPapers([fileSource(file)], {});
  const labels = field === "arXiv" ? labelsOf(file) : undefined;
  for (const paper of papers) {
    const title = titleKey(paper.title);
    if (seen.has(title)) continue;
    if (field !== "leave out" && paper.abstract.length < LEAST_ABSTRACT) continue;
    seen.add(title);
    if (field === "leave out") continue;
    const archive = labels?.get(paper.id)?.split(".")[0];
    const name = archive === undefined ? field : (fieldOf.get(archive) ?? "physics");
    const list = fields.get(name) ?? [];
    list.push(paper);
    fields.set(name, list);
  }
}
const counts = createCounts();
for (const [field, papers] of fields)
  say(`| ${field} | ${papers.length} | ${countField(counts, papers).toFixed(2)} |`);
const { text, stems, pairs, common } = tableOf(counts);
const packed = gzipSync(new TextEncoder().encode(text), { level: 9, mem: 12, mtime: 0 });
writeFileSync(OUT, packed);
say(
  `${counts.papers} papers that weigh ${Math.round(counts.weight)}: ${stems} stems (${common} common in all fields), ${pairs} pairs; ${packed.length} bytes`,
);
