import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type Running } from "../../src/cli/server.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-page-"));
const secret = `${folder}.secret`;
let server: Running;
let guarded: Running;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<html><head><title>$&</title></head><body></body></html>");
  writeFileSync(join(folder, "main.js"), "export {};");
  writeFileSync(join(folder, "long.js"), "// a long script\n".padEnd(6000));
  writeFileSync(secret, "secret");
  const encode = (text: string) => new TextEncoder().encode(text);
  const map = [encode('{"a":'), encode("1}")];
  server = await listen({ folder, map }, 0, 1);
  guarded = await listen({ folder, map, token: "0123456789" }, 0, 1);
});

afterAll(() => {
  server.close();
  guarded.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(secret, { force: true });
});

/** By hand: `fetch` would tidy the path and the host. */
function get(path: string, headers: Record<string, string> = {}, method = "GET", from = server) {
  const { port } = new URL(from.address);
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk) => (text += chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      asked.on("error", reject).end();
    },
  );
}

test("the page knows where its map is, and may load from nowhere else", async () => {
  const { text, headers } = await get("/");
  expect(text).toContain('<title>$&</title><link rel="topograph-map" href="map.json"></head>');
  // Pictures of slides are drawn by resvg's WebAssembly; no text becomes code.
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
  );
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("what was read stands beside the map where there is something to say, behind the same token", async () => {
  const encode = (text: string) => [new TextEncoder().encode(text)];
  const made = { folder, map: encode("{}"), reading: encode('{"files":[]}'), token: "0123456789" };
  const reading = await listen(made, 0, 1);
  expect((await get("/?token=0123456789", {}, "GET", reading)).text).toContain(
    '<link rel="topograph-reading" href="reading.json">',
  );
  expect((await get("/reading.json?token=0123456789", {}, "GET", reading)).text).toBe('{"files":[]}');
  expect((await get("/reading.json", {}, "GET", reading)).status).toBe(403);
  reading.close();
  expect((await get("/reading.json")).status).toBe(404);
});

test("map and files, with their types and lengths", async () => {
  const map = await get("/map.json");
  expect([map.text, map.headers["content-type"], map.headers["content-length"]]).toEqual([
    '{"a":1}',
    "application/json; charset=utf-8",
    "7",
  ]);
  expect((await get("/main.js?x=1")).headers["content-type"]).toMatch("text/javascript");
  expect(await get("/map.json", {}, "HEAD")).toMatchObject({ status: 200, text: "" });
});

test.each([
  `/../${secret.split("/").at(-1)}`,
  `/%2e%2e/${secret.split("/").at(-1)}`,
  `/..%2f${secret.split("/").at(-1)}`,
  "/%00",
  "/%zz",
  "/none.js",
  "//etc/passwd",
])("%s is not found", async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, text: "not found\n" });
});

test("only to this machine's names, only reading", async () => {
  expect((await get("/map.json", { host: "evil.example" })).status).toBe(403);
  expect((await get("/map.json", {}, "POST")).status).toBe(405);
});

test("parts of files, and nothing where the browser has the file already", async () => {
  const part = await get("/main.js", { range: "bytes=0-5" });
  expect([part.status, part.text, part.headers["content-range"]]).toEqual([206, "export", "bytes 0-5/10"]);
  const { etag } = (await get("/main.js")).headers;
  expect((await get("/main.js", { "if-none-match": String(etag) })).status).toBe(304);
});

test("text is packed for who takes gzip, parts of it never", async () => {
  const { headers, status } = await get("/long.js", { "accept-encoding": "br, gzip" });
  expect([status, headers["content-encoding"], headers.vary]).toEqual([200, "gzip", "Accept-Encoding"]);
  expect(headers["content-type"]).toMatch(/^text\/javascript/);
  expect(Number(headers["content-length"])).toBeLessThan(1000);
  const again = { "accept-encoding": "gzip", "if-none-match": String(headers.etag) };
  expect((await get("/long.js", again)).status).toBe(304);
  const part = await get("/long.js", { "accept-encoding": "gzip", range: "bytes=3-8" });
  expect([part.status, part.text, part.headers["content-encoding"]]).toEqual([206, "a long", undefined]);
  for (const accepted of ["", "br", "gzip;q=0, br"]) {
    const plain = await get("/long.js", { "accept-encoding": accepted });
    expect([plain.text.length, plain.headers["content-encoding"]]).toEqual([6000, undefined]);
    expect(plain.headers).toMatchObject({ vary: "Accept-Encoding", etag: headers.etag });
  }
});

test("with a token, only who knows the address reads: once by the token, then by the cookie it is exchanged for", async () => {
  expect(guarded.address).toMatch(/^http:\/\/localhost:\d+\/\?token=0123456789$/);
  for (const path of ["/", "/map.json", "/main.js", "/?token=", "/?token=0123456780", "/?token=01234567890"])
    expect(await get(path, {}, "GET", guarded)).toMatchObject({ status: 403 });
  const first = await get("/?token=0123456789&tour", {}, "GET", guarded);
  expect([first.status, first.text.includes("topograph-map")]).toEqual([200, true]);
  const cookie = String(first.headers["set-cookie"]).split(";")[0];
  expect(await get("/map.json", { cookie: `other=1; ${cookie}` }, "GET", guarded)).toMatchObject({
    status: 200,
    text: '{"a":1}',
  });
  expect((await get("/map.json", { cookie: "topograph-1=0123456789" }, "GET", guarded)).status).toBe(403);
});

test("a taken port: the next one, or a message", async () => {
  const port = Number(new URL(server.address).port);
  await expect(listen({ folder, map: [] }, port, 1)).rejects.toThrow(
    `cannot serve on port ${port}: another program uses it`,
  );
  const next = await listen({ folder, map: [] }, port, 5);
  expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
  next.close();
});

test("Gephi Lite, and no other site, reads the graph at an address that opens nothing else", async () => {
  const encode = (text: string) => [new TextEncoder().encode(text)];
  const gexf = () => ["<gexf>", "</gexf>"];
  const closed = await listen({ folder, map: encode("{}"), gexf, token: "0123456789" }, 0, 1);
  const open = await listen({ folder, map: encode("{}"), gexf }, 0, 1);
  const lite = { origin: "https://lite.gephi.org" };
  try {
    const page = await get("/?token=0123456789", {}, "GET", closed);
    const path = `/${/rel="topograph-gexf" href="([0-9a-f]{48}\/map\.gexf)"/.exec(page.text)?.[1]}`;
    const answer = await get(path, lite, "GET", closed);
    expect([answer.status, answer.text, answer.headers["access-control-allow-origin"]]).toEqual([
      200,
      "<gexf></gexf>",
      "https://lite.gephi.org",
    ]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    for (const origin of [
      "https://lite.gephi.org.evil.example",
      "https://gephi.org",
      "null",
      "http://lite.gephi.org",
    ])
      expect(
        (await get(path, { origin }, "GET", closed)).headers["access-control-allow-origin"],
      ).toBeUndefined();
    const asked = await get(
      path,
      { ...lite, "access-control-request-private-network": "true" },
      "OPTIONS",
      closed,
    );
    expect([asked.status, asked.headers["access-control-allow-private-network"]]).toEqual([204, "true"]);
    expect((await get(path, { host: "evil.example", ...lite }, "GET", closed)).status).toBe(403);
    for (const other of [
      "/map.gexf",
      "/map.json",
      `/${"0".repeat(48)}/map.gexf`,
      path.replace("map.gexf", "map.json"),
    ])
      expect((await get(other, lite, "GET", closed)).status, other).toBe(403);
    expect((await get("/map.json", lite, "OPTIONS", closed)).status).toBe(405);
    expect((await get("/map.gexf?token=0123456789", {}, "GET", closed)).text).toBe("<gexf></gexf>");
    // Without a token: the graph for Gephi Lite, the map for nobody else's pages.
    expect((await get("/map.gexf", lite, "GET", open)).headers["access-control-allow-origin"]).toBe(
      lite.origin,
    );
    expect(
      (await get("/map.json", lite, "GET", open)).headers["access-control-allow-origin"],
    ).toBeUndefined();
  } finally {
    closed.close();
    open.close();
  }
});
