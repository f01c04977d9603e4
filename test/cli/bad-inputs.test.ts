import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/cli/formats.ts";
import { pageTemplate } from "../../src/cli/page.ts";
import { writerOf } from "../../src/cli/writers.ts";
import { zipOf } from "../../src/folder/zip.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { fileSource, filesBelow, SHARED } from "../read/shared.ts";
import { CHECKS, checkOf } from "./well-formed.ts";

const FOLDER = `${SHARED}/bad-inputs`;
const files = existsSync(FOLDER) ? filesBelow(FOLDER) : [];
/** These need fonts or the page, which a build makes. */
const BUILT = new Set([".html", ".png", ".pdf"]);
const isBuilt = existsSync("dist/page-single/canvas.html");
const formats = FORMATS.filter(({ extension }) => isBuilt || !BUILT.has(extension)).map(({ extension }) => ({
  extension,
  ...writerOf(`map${extension}`),
}));

test("each file that is listed of a format has a writer, and no other", () => {
  for (const { extension, isFolder = false, endings } of FORMATS) {
    const { files, folder } = writerOf(`map${extension}`);
    expect([Object.keys(files), folder !== undefined]).toEqual([endings, isFolder]);
  }
});

test("every file that an output becomes has a check", () => {
  // A map folder is checked as the archive of its files.
  const all = FORMATS.flatMap(({ extension, isFolder, endings }) =>
    isFolder && extension !== "/" ? [extension] : endings,
  );
  expect(all.filter((ending) => checkOf(ending) === undefined)).toEqual([]);
  expect(Object.keys(CHECKS).filter((ending) => !all.includes(ending))).toEqual([]);
});

describe.skipIf(files.length === 0)("every output is well-formed, whatever the input", () => {
  test.each(files)("%s", async (file) => {
    const collection = await readPapers([fileSource(file)]);
    if (collection.papers.length === 0) return;
    // Of the long ones a part is enough: what is odd about a file shows in each of its papers.
    const map = await buildMap({ ...collection, papers: collection.papers.slice(0, 60) }, {});
    for (const { prepare } of formats) await prepare?.(map, []);
    const picture = { width: 320, height: 200 };
    const contexts = [{}, { version: "1.2", dynamic: true }] as const;
    for (const { extension, folder } of formats)
      if (folder && extension !== "/") {
        const parts = await folder(map, {});
        checkOf(extension)?.(Buffer.concat([...zipOf(parts)]), map.papers.length);
      }
    for (const { extension, files } of formats)
      for (const context of extension === ".gexf" ? contexts : contexts.slice(0, 1))
        for (const [ending, write] of Object.entries(files)) {
          const chunks = write(map, { ...context, picture, page: pageTemplate });
          const bytes = Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
          checkOf(ending)?.(bytes, map.papers.length);
        }
  });
});
