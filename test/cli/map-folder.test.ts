import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { checkOutput, outputFiles } from "../../src/cli/formats.ts";
import { inputFiles } from "../../src/cli/inputs.ts";
import {
  evidenceCheck,
  findFolder,
  lackOfTables,
  loadFolder,
  noteEvidence,
  openFolder,
} from "../../src/cli/map-folder.ts";
import { checkOutputs, removeTemporaries, writeOutputs } from "../../src/cli/outputs.ts";
import { loadMap } from "../../src/cli/saved-map.ts";
import { servedFolder } from "../../src/cli/serve-folder.ts";
import { listen } from "../../src/cli/server.ts";
import { folderFiles } from "../../src/folder/write.ts";
import { zipOf } from "../../src/folder/zip.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { sourceOf } from "../../src/model/source-of.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { withhold } from "../../src/shape/withhold.ts";
import { sampleMap } from "../sample-map.ts";

const place = mkdtempSync(join(tmpdir(), "topograph-folder-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const at = (name: string) => join(place, name);
const json = (map: TopicMap) => [...encodeMap(map)].join("");
const write = async (name: string, map: TopicMap) =>
  writeOutputs([{ path: `${at(name)}/`, files: await folderFiles(map) }]);

test("a folder is written beside its place and renamed; an older map is replaced, nothing else", async () => {
  await write("map", sampleMap());
  await write("map", sampleMap({ title: "Second" }));
  expect(readFileSync(at("map/map.json"), "utf8")).toContain('"title":"Second"');
  expect(readdirSync(place)).toEqual(["map"]);
  mkdirSync(at("mine"));
  checkOutputs([`${at("mine")}/`], []);
  writeFileSync(at("mine/thesis.tex"), "x");
  expect(() => checkOutputs([`${at("mine")}/`], [])).toThrow(
    "the folder holds thesis.tex, which is no part of a map",
  );
  writeFileSync(at("map/notes.txt"), "x");
  expect(() => checkOutputs([`${at("map")}/`], [])).toThrow("notes.txt");
  rmSync(at("map/notes.txt"));
  expect(() => checkOutputs([`${at("mine/thesis.tex")}/`], [])).toThrow(/cannot write/);
  expect(() => checkOutputs([`${at("map")}/`], [at("map/map.json")])).toThrow("is the input");
});

test("what fails half-way leaves the older map, and nothing beside it", async () => {
  await write("kept", sampleMap());
  const files = [...(await folderFiles(sampleMap({ title: "Lost" })))];
  const broken = {
    name: "map.json",
    chunks: (): Iterable<Uint8Array> => {
      throw new Error("broke");
    },
  };
  expect(() => writeOutputs([{ path: `${at("kept")}/`, files: [...files.slice(0, 3), broken] }])).toThrow(
    "broke",
  );
  removeTemporaries(`${at("kept")}/`);
  expect(readFileSync(at("kept/map.json"), "utf8")).toContain('"title":"Sample');
  expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
});

test("-o map/ is a folder, -o map.zip an archive", async () => {
  expect(outputFiles(["map/", "b.zip"])).toEqual(["map/", "b.zip"]);
  expect(checkOutput("map/").extension).toBe("/");
  expect(() => checkOutput("/")).toThrow("no name");
  expect(() => checkOutput("./")).toThrow("no name");
});

test("a folder, its map.json and an archive are maps to all that reads one", async () => {
  writeFileSync(at("map.zip"), Buffer.concat([...zipOf(await folderFiles(sampleMap()))]));
  await write("read", sampleMap());
  for (const word of [at("read"), `${at("read")}/`, at("read/map.json"), at("map.zip")])
    expect(json(await loadMap(word))).toBe(json(sampleMap()));
  writeFileSync(at("other.zip"), "PK\x03\x04 and nothing else");
  expect(await findFolder(at("other.zip"))).toBeUndefined();
  expect(await findFolder(at("nowhere"))).toBeUndefined();
  expect(await findFolder(place)).toBeUndefined();
});

test("evidence that the texts give again is left out and comes back to the last digit; other evidence is kept", async () => {
  const text = readFileSync("data/resnet_papers_page.txt", "utf8").slice(0, 30_000);
  const map = await buildMap(await readPapers([sourceOf("demo.txt", text)]));
  const plain = await writeFolder("fresh", map);
  expect(json(await loadFolder(plain))).toBe(json(map));
  // From folder to folder it is not found anew.
  const carried = await loadFolder(plain, false);
  expect(carried.edges.every(({ readout }) => readout === undefined)).toBe(true);
  await writeFolder("carried", carried);
  for (const file of ["edges.parquet", "map.json"])
    expect(readFileSync(at(`carried/${file}`))).toEqual(readFileSync(at(`fresh/${file}`)));
  // Without abstracts the texts would not give it again: it stays, as in the JSON form.
  const quiet = withhold(map, "abstracts");
  expect(json(await loadFolder(await writeFolder("quiet", quiet)))).toBe(json(quiet));
  expect(quiet.edges.some(({ readout }) => readout)).toBe(true);
  const saved = noteEvidence(await loadFolder(plain));
  await writeFolder("saved", saved);
  expect(readFileSync(at("saved/edges.parquet"))).toEqual(readFileSync(at("fresh/edges.parquet")));
  const edges = map.edges.map((list) =>
    list.readout
      ? { ...list, readout: { ...list.readout, share: list.readout.share.map((s) => s / 2) } }
      : list,
  );
  const changed = noteEvidence({ ...map, edges });
  expect(json(await loadFolder(await writeFolder("changed", changed)))).toBe(json(changed));
});

async function writeFolder(name: string, map: TopicMap) {
  writeOutputs([
    { path: `${at(name)}/`, files: await folderFiles(map, { givenByTexts: evidenceCheck(map) }) },
  ]);
  return { path: at(name), isZip: false };
}

test("the server gives byte ranges of the map's files, to who has the token, and of no other file", async () => {
  await write("served", sampleMap());
  writeFileSync(at("served/secret.txt"), "secret");
  mkdirSync(at("page"));
  writeFileSync(at("page/index.html"), "<html><head></head></html>");
  const mapFolder = servedFolder({ path: at("served"), isZip: false });
  const server = await listen({ folder: at("page"), mapFolder, token: "t" }, 0, 1);
  const base = new URL(server.address).origin;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/${path}?token=t`, { headers });
  const whole = readFileSync(at("served/points.parquet"));
  try {
    expect((await fetch(`${base}/map/points.parquet`)).status).toBe(403);
    expect(await (await get("")).text()).toContain('<link rel="topograph-folder" href="map/">');
    const full = await get("map/points.parquet");
    expect(Buffer.from(await full.arrayBuffer())).toEqual(whole);
    expect(full.headers.get("accept-ranges")).toBe("bytes");
    // Tables are packed already; their bytes stay what ranges count.
    expect(full.headers.get("content-encoding")).toBeNull();
    const head = await get("map/map.json");
    expect(head.headers.get("content-encoding")).toBe("gzip");
    expect(await head.json()).toEqual(JSON.parse(readFileSync(at("served/map.json"), "utf8")));
    const tag = full.headers.get("etag") ?? "";
    expect((await get("map/points.parquet", { "If-None-Match": tag })).status).toBe(304);
    for (const [range, part] of [
      ["bytes=4-99", whole.subarray(4, 100)],
      ["bytes=100-", whole.subarray(100)],
      ["bytes=-8", whole.subarray(-8)],
      ["bytes=-99999999", whole],
    ] as const) {
      const answer = await get("map/points.parquet", { Range: range });
      expect([range, answer.status, Buffer.from(await answer.arrayBuffer()).equals(part)]).toEqual([
        range,
        206,
        true,
      ]);
    }
    // Several ranges, none at all, one under a condition, the first byte alone: the whole, as may be.
    for (const headers of [
      { Range: "bytes=0-1,4-5" },
      { Range: "bytes=9-2" },
      { Range: "bytes=0-9", "If-Range": '"old"' },
      { Range: "bytes=0-0" },
    ]) {
      const answer = await get("map/points.parquet", headers as Record<string, string>);
      expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, whole.length]);
    }
    const beyond = await get("map/points.parquet", { Range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${whole.length}`]);
    for (const path of [
      "map/secret.txt",
      "map/",
      "map/..%2fsecret.txt",
      "map/%2e%2e/secret.txt",
      "served/map.json",
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const archive = servedFolder({ path: at("map.zip"), isZip: true });
    expect(archive.href).toBe("map.zip");
    expect(existsSync(at("map.zip"))).toBe(true);
  } finally {
    server.close();
  }
});

describe("a map folder that is not whole is told of by name, never read as papers", () => {
  const damaged = async (name: string, change: (file: (name: string) => string) => void) => {
    await write(name, sampleMap());
    change((file) => at(`${name}/${file}`));
    return at(name);
  };
  const cut = (path: string, length: number) => writeFileSync(path, readFileSync(path).subarray(0, length));

  test.each([
    ["headless", "there is no map.json in it", (file) => rmSync(file("map.json"))],
    ["pointless", "there is no points.parquet in it", (file) => rmSync(file("points.parquet"))],
    ["torn", "its map.json is cut off or of another map", (file) => cut(file("map.json"), 40)],
  ] as [string, string, (file: (name: string) => string) => void][])("%s: %s", async (name, lack, change) => {
    const path = await damaged(name, change);
    const message = `${path} is a map folder, but ${lack}; copy the whole folder again`;
    await expect(loadMap(path)).rejects.toThrow(message);
    expect(() => inputFiles([path])).toThrow(message);
    expect(() => checkOutputs([`${path}/`], [])).toThrow(
      `the folder is a map's, but ${lack}; choose another`,
    );
  });

  test("a table that is lost or cut off", async () => {
    const path = await damaged("lost", (file) => rmSync(file("texts.parquet")));
    const found = { path, isZip: false };
    const lack = "there is no texts.parquet, though map.json names it; copy the whole folder again";
    await expect(loadMap(path)).rejects.toThrow(
      `${path}: there is no texts.parquet, though map.json names it`,
    );
    expect(await lackOfTables(found, await openFolder(found))).toBe(lack);
    const short = { path: await damaged("short", (file) => cut(file("texts.parquet"), 100)), isZip: false };
    await expect(loadFolder(short)).rejects.toThrow(`${short.path}: texts.parquet has 100 bytes`);
    expect(await lackOfTables(short, await openFolder(short))).toMatch(
      /^texts.parquet has 100 bytes.*again$/,
    );
    await write("whole", sampleMap());
    const whole = { path: at("whole"), isZip: false };
    expect(await lackOfTables(whole, await openFolder(whole))).toBeUndefined();
  });

  test("an archive that is cut off, or packed by another program", async () => {
    const bytes = Buffer.concat([...zipOf(await folderFiles(sampleMap()))]);
    writeFileSync(at("torn.zip"), bytes.subarray(0, bytes.length - 100));
    await expect(loadMap(at("torn.zip"))).rejects.toThrow(
      `${at("torn.zip")}: this is no ZIP archive, or one that is cut off`,
    );
    const files = (await folderFiles(sampleMap())).map(({ name, chunks }) => [
      name,
      Buffer.concat([...chunks()]),
    ]);
    writeFileSync(at("packed.zip"), zipSync(Object.fromEntries(files)));
    await expect(loadMap(at("packed.zip"))).rejects.toThrow(
      `${at("packed.zip")}: map.json is compressed in the archive; unpack it`,
    );
  });

  test("papers in Parquet beside it are papers", async () => {
    mkdirSync(at("papers"));
    for (const name of ["points.parquet", "texts.parquet"]) writeFileSync(at(`papers/${name}`), "PAR1");
    expect(inputFiles([at("papers")])).toHaveLength(2);
  });
});

test("an output without an extension is told how a map folder is written", async () => {
  expect(() => checkOutput("maps/mine")).toThrow("a map folder has a slash at its end: maps/mine/. Expected");
});
