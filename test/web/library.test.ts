import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tabs } from "./visit.ts";

const LIBRARY = "dist/index.js";
const REFERENCES = ["deep residual learning", "residual networks as ensembles", "learning deep networks"]
  .map((title, k) => `@article{k${k}, title={${title}}, year=2016, abstract={On ${title}.}}`)
  .join("\n");

describe.skipIf(!existsSync(LIBRARY))("the library in a browser", () => {
  const browser = tabs();

  test("papers in, map and drawing out", async () => {
    const library = readFileSync(LIBRARY, "utf8");
    expect(library).not.toMatch(/from "(?:node:|fs|path)/);
    const page = await browser().newPage();
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
  });
});
