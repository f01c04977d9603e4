import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const examples = [...readFileSync("README.md", "utf8").matchAll(/```js\n([\s\S]*?)```/g)].map(
  ([, code]) => code,
);
const REFERENCES = ["deep residual learning", "residual networks as ensembles", "learning deep networks"]
  .map(
    (title, k) =>
      `@article{k${k}, title={${title}}, year=2016, abstract={On residual networks and ${title}.}}`,
  )
  .join("\n");

describe.skipIf(!existsSync("dist/index.js"))("the examples of the README", () => {
  const folder = mkdtempSync(join(tmpdir(), "topograph-readme-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("."), join(folder, "node_modules", "topograph"), "junction");
    writeFileSync(join(folder, "refs.bib"), REFERENCES);
    const words = [resolve("dist/cli.js"), "build", "refs.bib", "-o", "map.json", "-q"];
    expect(spawnSync(process.execPath, words, { cwd: folder }).status).toBe(0);
  });

  test("are three", () => expect(examples).toHaveLength(3));

  test.each(examples.map((code, k) => [k + 1, code]))("example %i runs as it stands", (k, code) => {
    const file = join(folder, `example-${k}.mjs`);
    writeFileSync(file, code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.trim()).not.toBe("");
  });
});
