import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tabs } from "./visit.ts";

const CLI = resolve("dist/cli.js");
const fenced = (language: string) =>
  [
    ...readFileSync("README.md", "utf8").matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g")),
  ].map(([, code]) => code);
const isBuilt = existsSync(CLI) && existsSync("dist/page-single/index.html");

describe.skipIf(!isBuilt)("a page in one file, in a frame of the page in the README", () => {
  const folder = mkdtempSync(join(tmpdir(), "topograph-frame-"));
  /** What the parent is told; `show` is the README's. */
  const parent = (snippet: string) =>
    `<!doctype html><script>var told = []; addEventListener("message", ({ data }) => told.push(data))</script>${snippet}`;
  let snippet = "";
  let server: Server;
  let port = 0;
  const browser = tabs();

  beforeAll(async () => {
    const words = ["build", resolve("data/resnet_papers_page.txt"), "-o", "map.html", "-q"];
    expect(spawnSync(process.execPath, [CLI, ...words], { cwd: folder }).status).toBe(0);
    [snippet = ""] = fenced("html");
    server = createServer((request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://page");
      response.end(
        pathname === "/map.html"
          ? readFileSync(join(folder, "map.html"))
          : parent(snippet.replace("map.html?embed", searchParams.get("frame") ?? "map.html?embed")),
      );
    });
    await new Promise<void>((done) => server.listen(0, done));
    ({ port } = server.address() as AddressInfo);
  }, 120_000);
  afterAll(() => {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(frame?: string): Promise<{ page: Page; inner: Frame }> {
    const page = await browser().newPage({ viewport: { width: 1000, height: 700 }, reducedMotion: "reduce" });
    const query = frame === undefined ? "" : `?frame=${encodeURIComponent(frame)}`;
    await page.goto(`http://localhost:${port}/${query}`);
    await expect.poll(() => page.frames().length).toBe(2);
    const inner = page.frames()[1];
    // Asked from outside: the page forbids to wait by evaluating text in it.
    await expect.poll(() => inner.evaluate("window.topograph?.papers.length ?? 0")).toBe(144);
    return { page, inner };
  }
  const told = (page: Page) =>
    page.evaluate("told") as Promise<{ type: string; papers: unknown; open?: unknown }[]>;
  const chosen = (inner: Frame) => inner.evaluate("topograph.selection") as Promise<string[]>;

  test("the frame says that it is there, and what is selected in it", async () => {
    const { page, inner } = await open();
    await expect
      .poll(async () => (await told(page))[0])
      .toEqual({
        topograph: 1,
        type: "ready",
        title: "Resnet papers page",
        papers: 144,
      });
    await page.evaluate('show("p3", "p1", "nobody", "__proto__")');
    await expect.poll(() => chosen(inner)).toEqual(["p3", "p1"]);
    const titles = (await inner.evaluate("[2, 0].map((i) => topograph.papers[i].title)")) as string[];
    await expect.poll(() => page.title()).toBe(titles.join("; "));
    const [last] = (await told(page)).slice(-1);
    expect(last).toMatchObject({
      type: "selection",
      papers: [{ key: "p3" }, { key: "p1", title: titles[1] }],
      open: null,
    });
    await page.evaluate("show()");
    await expect.poll(() => chosen(inner)).toEqual([]);
    await page.close();
  });

  test("a paper is opened by its identity, too, and the parent is told", async () => {
    const { page } = await open();
    await page.evaluate('show("p7")');
    await expect.poll(async () => (await told(page)).at(-1)?.type).toBe("selection");
    const identity = await page.evaluate("told.at(-1).papers[0].identity");
    await page.evaluate(
      (paper) => window.frames[0].postMessage({ topograph: 1, type: "open", paper }, "*"),
      identity,
    );
    await expect.poll(async () => (await told(page)).at(-1)?.open).toBe("p7");
    await page.close();
  });

  test("what is no message of ours changes nothing", async () => {
    const { page, inner } = await open();
    for (const message of [
      "null",
      "'select'",
      "{ type: 'select', papers: ['p1'] }",
      "{ topograph: 1, type: 'select', papers: 'p1' }",
      "{ topograph: 1, type: 'open', paper: {} }",
    ])
      await page.evaluate(`frame.contentWindow.postMessage(${message}, "*")`);
    await page.evaluate('show("p2")');
    await expect.poll(() => chosen(inner)).toEqual(["p2"]);
    await page.close();
  });

  test("a page of another origin is neither heard nor told, unless the address names it", async () => {
    const other = `http://127.0.0.1:${port}/map.html`;
    const refused = await open(`${other}?embed`);
    await refused.page.evaluate('show("p1")');
    // Asked in the frame after the message has arrived there: messages come in order.
    await refused.inner.evaluate("new Promise((next) => setTimeout(next, 300))");
    expect(await chosen(refused.inner)).toEqual([]);
    expect(await told(refused.page)).toEqual([]);
    await refused.page.close();
    const named = await open(`${other}?embed=http://localhost:${port}`);
    await named.page.evaluate('show("p1")');
    await expect.poll(() => chosen(named.inner)).toEqual(["p1"]);
    await expect.poll(async () => (await told(named.page)).map(({ type }) => type)).toContain("ready");
    await named.page.close();
  });
});

test("the cell for Observable frames the file", () => {
  const [cell] = fenced("javascript");
  const shown: string[] = [];
  const run = new Function("display", "html", "FileAttachment", cell);
  run(
    (text: string) => shown.push(text),
    (parts: readonly string[], ...values: string[]) =>
      parts.map((part, k) => part + (values[k] ?? "")).join(""),
    (name: string) => ({ href: `./_file/${name}` }),
  );
  expect(shown).toEqual([expect.stringContaining('src="./_file/map.html?embed"')]);
});

const python = spawnSync("python3", ["--version"]).status === 0;
test.skipIf(!python)("the lines of Python are Python", () => {
  for (const code of fenced("python"))
    expect(
      spawnSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], { input: code }).status,
    ).toBe(0);
  expect(fenced("python")).toHaveLength(2);
});
