import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type Running } from "../../src/cli/server.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-page-"));
const secret = `${folder}.secret`;
let server: Running;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<html><head><title>$&</title></head><body></body></html>");
  writeFileSync(join(folder, "main.js"), "export {};");
  writeFileSync(secret, "secret");
  const encode = (text: string) => new TextEncoder().encode(text);
  server = await listen(folder, [encode('{"a":'), encode("1}")], 0, 1);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(secret, { force: true });
});

/** By hand: `fetch` would tidy the path and the host. */
function get(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = new URL(server.address);
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
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
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

test("a taken port: the next one, or a message", async () => {
  const port = Number(new URL(server.address).port);
  await expect(listen(folder, [], port, 1)).rejects.toThrow(
    `cannot serve on port ${port}: another program uses it`,
  );
  const next = await listen(folder, [], port, 5);
  expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
  next.close();
});
