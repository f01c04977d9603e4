import { spawnSync } from "node:child_process";
import {
  cpSync,
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
import { launchBrowser } from "./browser.ts";

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

  test("the library runs in a browser: papers in, map and drawing out", async () => {
    cpSync("dist/index.js", join(folder, "library.js"));
    const library = readFileSync(join(folder, "library.js"), "utf8");
    expect(library).not.toMatch(/from "(?:node:|fs|path)/);
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.route("**/*", (route) =>
      route.request().url().endsWith("library.js")
        ? route.fulfill({ contentType: "text/javascript", body: library })
        : route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    );
    await page.goto("http://library.test/");
    // As text: the test runner would rewrite an import of its own.
    const made = await page.evaluate(`(async () => {
      const { readPapers, sourceOf, buildMap, toSvg } = await import("/library.js");
      const map = await buildMap(await readPapers([sourceOf("refs.bib", ${JSON.stringify(REFERENCES)})]), {});
      return { papers: map.papers.length, svg: [...toSvg(map)].join("").slice(-7) };
    })()`);
    expect(made).toEqual({ papers: 3, svg: "</svg>\n" });
    await browser.close();
  });
});
