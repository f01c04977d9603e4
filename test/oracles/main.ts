import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceOf } from "../../src/model/source-of.ts";
import { readPapers } from "../../src/read/read.ts";
import { compare, type Difference, FIELDS } from "./compare.ts";
import { SUITES } from "./suites.ts";

/**
 * `npm run oracles -- FOLDER [FILE]`: reads the test suites of other readers, whose checkouts lie in FOLDER, and holds
 * what comes out against what their own tests expect. Prints a table; every difference, with the rule that sorts it,
 * goes to FILE as tab-separated lines.
 */
const [folder, report] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const columns = ["record", ...FIELDS] as const;
const all: Difference[] = [];

if (folder === undefined) {
  say("Name the folder of the checkouts: npm run oracles -- FOLDER (see test/oracles/README.md)");
  process.exit(2);
}
say(`| suite | files | ${columns.join(" | ")} | ours wrong | their convention | out of scope |`);
say(`|---|---|${columns.map(() => "---|").join("")}---|---|---|`);
for (const suite of SUITES) {
  const root = join(folder, suite.folder);
  if (!existsSync(root)) {
    say(`| ${suite.name} | not there (${suite.folder}) |`);
    continue;
  }
  const [wanted, same] = [new Map<string, number>(), new Map<string, number>()];
  const differences: Difference[] = [];
  let files = 0;
  for (const { name, fileName, content, expected } of suite.cases(root)) {
    files++;
    const collection = await readPapers([sourceOf(fileName, content)]);
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const result = compare(`${suite.name}: ${name}`, text, expected, collection);
    for (const [field, n] of result.wanted) wanted.set(field, (wanted.get(field) ?? 0) + n);
    for (const [field, n] of result.same) same.set(field, (same.get(field) ?? 0) + n);
    differences.push(...result.differences);
  }
  const cells = columns.map((field) => `${same.get(field) ?? 0}/${wanted.get(field) ?? 0}`);
  const verdicts = ["ours is wrong", "their convention", "out of scope"] as const;
  const sorted = verdicts.map((verdict) => differences.filter((d) => d.verdict === verdict).length);
  say(`| ${suite.name} | ${files} | ${cells.join(" | ")} | ${sorted.join(" | ")} |`);
  all.push(...differences);
}
if (report !== undefined) {
  const lines = all.map((d) => [d.verdict, d.rule ?? "", d.where, d.field, d.expected, d.found].join("\t"));
  writeFileSync(report, `verdict\trule\twhere\tfield\texpected\tfound\n${lines.join("\n")}\n`);
}
