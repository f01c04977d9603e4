import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runIn } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph groups ü "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, words);

const entry = (key: string, title: string, more = "") =>
  `@article{${key}, title={${title}}, author={Doe, Jane}, year={2020}${more}}\n`;

mkdirSync(join(folder, "field"));
writeFileSync(
  join(folder, "mine.bib"),
  entry("a", "Deep residual learning of images") + entry("b", "Graph networks for molecules"),
);
writeFileSync(
  join(folder, "field/2019.bib"),
  entry("c", "Graph networks for molecules", ", group={theirs}") +
    entry("d", "Residual flows and deep networks"),
);
writeFileSync(join(folder, "field/other.bib"), entry("e", "Learning of sparse graph images"));

/** Of each paper its group, by title. */
function groups(file: string): Record<string, unknown> {
  const { nodes } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return Object.fromEntries(
    nodes.map(({ attributes }: { attributes: { label: string; fields?: Record<string, unknown> } }) => [
      attributes.label,
      attributes.fields?.group,
    ]),
  );
}

test("papers have the group of their file; one that is in several files is in their groups, who is in none has none", () => {
  const { code, stderr } = run(
    "build",
    "mine.bib",
    "field",
    "--group",
    "mine=mine.bib",
    "--group",
    "2019=2019.*",
    "-o",
    "map.json",
  );
  expect([code, stderr.includes("error")]).toEqual([0, false]);
  expect(groups("map.json")).toEqual({
    "Deep residual learning of images": ["mine"],
    "Graph networks for molecules": ["2019", "mine"],
    "Residual flows and deep networks": ["2019"],
    "Learning of sparse graph images": undefined,
  });
});

test("a map says which of its inputs were in which groups, so that it can be made again", () => {
  run("build", "mine.bib", "field", "--group", "mine=mine.bib", "-o", "map.json");
  const { inputs } = JSON.parse(readFileSync(join(folder, "map.json"), "utf8")).attributes;
  const found = inputs.map(({ name, groups }: { name: string; groups?: string[] }) => [name, groups]);
  expect(Object.fromEntries(found)).toEqual({ "mine.bib": ["mine"] });
  run("convert", "map.json", "-o", "again.json");
  expect(readFileSync(join(folder, "again.json"))).toEqual(readFileSync(join(folder, "map.json")));
});

test("groups are names, never numbers, and there whichever other fields are kept; a file's own field is another", () => {
  run(
    "build",
    "field",
    "--group",
    "2019=field/2019.bib",
    "--group",
    "2020=field/other.bib",
    "-o",
    "two.json",
  );
  const map = JSON.parse(readFileSync(join(folder, "two.json"), "utf8"));
  const types = Object.fromEntries(
    map.attributes.fields.map(({ name, type }: { name: string; type: string }) => [name, type]),
  );
  expect([types.group, types["group (2)"], types.source]).toEqual(["category", "category", "category"]);
  const { stdout } = run("inspect", "field", "--fields", "none", "--group", "all=field", "--json");
  expect(JSON.parse(stdout).fields).toEqual([
    { name: "group", type: "category", filled: 1, examples: ["all"] },
  ]);
});

test("a pattern that matches no input, or says no name, is told of before anything is read", () => {
  const wrong = run("inspect", "mine.bib", "field", "--group", "mine=mina.bib");
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain(
    '--group mine: "mina.bib" matches none of the inputs mine.bib, field/2019.bib, field/other.bib; expected a file, a folder or a pattern of some of them',
  );
  const { code, stderr } = run("inspect", "mine.bib", "--group", "mine.bib");
  expect(code).toBe(2);
  expect(stderr).toContain('--group is "mine.bib"; expected NAME=GLOB, such as mine=mine.bib');
});
