import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const REFERENCES = `@article{he2016, title={Deep residual learning for image recognition}, author={He, Kaiming},
  year=2016, abstract={Residual networks ease the training of deep networks for image recognition.}}
@article{veit2016, title={Residual networks behave like ensembles}, author={Veit, Andreas}, year=2016,
  abstract={Residual networks are ensembles of shallow networks.}}
@article{srivastava2015, title={Training very deep networks}, author={Srivastava, Rupesh}, year=2015,
  abstract={Highway networks ease the training of very deep networks.}}
`;

/** What a new user does: the package in an empty folder, without a network, and one BibTeX file. */
describe.skipIf(!existsSync("dist/cli.js") || !existsSync("dist/NOTICES.txt"))("the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "topograph package "));
  const packed = mkdtempSync(join(tmpdir(), "topograph-tarball-"));
  let tarball = "";
  afterAll(() => {
    for (const made of [folder, packed]) rmSync(made, { recursive: true, force: true });
  });
  const npm = (words: string[], cwd: string) =>
    spawnSync("npm", words, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  const bin = join(folder, "node_modules", ".bin", "topograph");
  const run = (...words: string[]) => spawnSync(bin, words, { cwd: folder, encoding: "utf8" });

  beforeAll(() => {
    // What is in dist is packed as it is: `npm test` has just built it.
    const made = npm(["pack", "--ignore-scripts", "--json", "--pack-destination", packed], resolve("."));
    expect(made.status, made.stderr).toBe(0);
    tarball = join(packed, readdirSync(packed)[0]);
    writeFileSync(join(folder, "package.json"), '{"private":true}');
    writeFileSync(join(folder, "refs.bib"), REFERENCES);
    const installed = npm(["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
    expect(installed.status, installed.stderr).toBe(0);
  }, 120_000);

  test("brings no other package", () => {
    const names = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    expect(names).toEqual(["topograph"]);
  });

  test("makes map, graph, picture and page out of a BibTeX file", () => {
    const made = run(
      "build",
      "refs.bib",
      "-o",
      "map.json",
      "-o",
      "map.gexf",
      "-o",
      "map.png",
      "-o",
      "map.html",
    );
    expect(made.status, made.stderr).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "map.json"), "utf8")).nodes).toHaveLength(3);
    expect(readFileSync(join(folder, "map.png")).subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(folder, "map.html"), "utf8")).toContain('id="topograph-code"');
  });

  test("serves the page with the map", async () => {
    const server = spawn(bin, ["serve", "map.json", "--port", "0", "--no-token"], { cwd: folder });
    const address = await new Promise<string>((done) =>
      server.stdout.once("data", (data: Buffer) => done(String(data).trim())),
    );
    const page = await (await fetch(address)).text();
    const script = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await fetch(address + script)).status).toBe(200);
    expect((await fetch(`${address}fonts/inter-latin-400.woff`)).status).toBe(200);
    expect((await (await fetch(`${address}map.json`)).json()).nodes).toHaveLength(3);
    server.kill();
  });

  test("is a library too, typed, with no side effect when it is imported", () => {
    const script = 'const t = await import("topograph"); console.log(typeof t.readPapers, typeof t.buildMap)';
    const made = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(made.stderr).toBe("");
    expect(made.stdout).toBe("function function\n");
    const main = join(folder, "node_modules/topograph/dist/types/index.d.ts");
    expect(readFileSync(main, "utf8")).toContain("readPapers");
  });

  test("names the licence of every package in it", () => {
    const notices = readFileSync(join(folder, "node_modules/topograph/dist/NOTICES.txt"), "utf8");
    for (const name of ["natural", "sigma", "d3-contour", "saxes", "@fontsource/inter", "@resvg/resvg-wasm"])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    const bill = JSON.parse(readFileSync("dist/sbom.cdx.json", "utf8"));
    expect(bill.components.length).toBeGreaterThan(10);
    expect(notices).not.toContain("see its text");
  });
});
