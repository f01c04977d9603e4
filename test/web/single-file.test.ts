import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textWidth } from "../../src/scene/metrics.ts";
import { tabs } from "./visit.ts";

const CLI = resolve("dist/cli.js");
const LARGE = resolve("../shared/corpora/arxiv_1k.jsonl");

/** Plurals meet their singulars only by Spanish stems: "redes neuronales", "red neuronal". */
const SPANISH = [
  [
    "Las redes neuronales en la agricultura",
    "Las redes neuronales profundas estiman el rendimiento de los cultivos.",
  ],
  [
    "Una red neuronal para el cultivo de maíz",
    "Esta red neuronal profunda estima los rendimientos de cada cultivo.",
  ],
  [
    "Imágenes de satélite y cultivos",
    "Entre las imágenes de satélite y los cultivos hay relaciones según la región.",
  ],
  [
    "Una imagen de satélite por región",
    "Cada imagen de satélite muestra el cultivo de una región y su relación.",
  ],
  [
    "Sequías y riego en regiones áridas",
    "El riego de los cultivos en las regiones áridas depende de la sequía.",
  ],
  [
    "El riego durante la sequía",
    "Durante una sequía el riego de cada cultivo también depende de la región árida.",
  ],
].map(([title, abstract], i) => ({ id: `r${i}`, title, abstract }));

describe.skipIf(!existsSync(CLI) || !existsSync("dist/page-single/index.html"))(
  "the page in one file",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "topograph one file ü "));
    const file = join(folder, "map.html");
    const trouble: string[] = [];
    const browser = tabs();
    let page: Page;

    const make = (input: string, ...words: string[]) =>
      spawnSync(process.execPath, [CLI, "build", input, "-q", ...words], { encoding: "utf8" });

    beforeAll(async () => {
      expect(
        make(resolve("data/resnet_papers_page.txt"), "-o", file, "-o", join(folder, "map.json")).status,
      ).toBe(0);
      page = await browser().newPage({ viewport: { width: 1000, height: 640 }, reducedMotion: "reduce" });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !/GPU stall|WebGL/.test(message.text()))
          trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("request", (request) => {
        if (!/^(?:file|blob|data):/.test(request.url())) trouble.push(`asked ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
      await page.waitForFunction(() => "topograph" in window);
      await page.evaluate(() => window.topograph.ready);
    }, 120_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    test("is at most 545 kB (in base64, 405 of them the page: the years go by there, too), and its policy allows two scripts by their digests, no request, no inline code", () => {
      expect(statSync(file).size).toBeLessThan(545_000);
      const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(
        readFileSync(file, "utf8"),
      )?.[1];
      expect(policy).toMatch(/script-src 'sha256-[^' ]+' 'sha256-[^' ]+';/);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|connect-src|https?:/);
    });

    test("has its font: words are as wide as the served page sets them, whatever the system has", async () => {
      const { status, width } = await page.evaluate(() => {
        const context = document.createElement("canvas").getContext("2d");
        if (!context) throw new Error("no canvas");
        context.fontKerning = "none";
        const [status, width]: [string[], number[]] = [
          [...document.fonts].map((face) => `${face.family} ${face.weight} ${face.status}`),
          [],
        ];
        for (const weight of [400, 700]) {
          context.font = `${weight} 100px Inter, monospace`;
          width.push(context.measureText("Neural architecture search, 2024").width);
        }
        return { status, width };
      });
      expect(status).toEqual(["Inter 400 loaded", "Inter 700 loaded"]);
      for (const [k, weight] of [400, 700].entries())
        expect(width[k] / textWidth("Neural architecture search, 2024", 100, weight)).toBeCloseTo(1, 2);
    });

    test.skipIf(!existsSync(LARGE))(
      "1,000 papers with their abstracts take at most 1.1 MB: gzip in base64, both unpacked by the platform",
      () => {
        const large = join(folder, "large.html");
        // The limit is for papers without fields of their own.
        expect(make(LARGE, "--fields", "none", "-o", large).status).toBe(0);
        expect(statSync(large).size).toBeLessThanOrEqual(1_100_000);
      },
    );

    test("opens from disk with every paper, searches, filters and explains a link", async () => {
      await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(144);
      await page.fill("#search", "bottleneck transformers");
      const first = page.locator("#papers .row").first();
      await first.waitFor();
      await first.click();
      await page.locator('section[data-kind="keyword"] .row').first().click();
      await page.locator('[data-card="link"] .terms li').first().waitFor();
      await page.keyboard.press("Escape");
      await page.fill("#search", "");
      await page.getByRole("tab", { name: /^Topics/ }).click();
      await page.locator("button.topic").first().click();
      const visible = await page.evaluate(() => window.topograph.visible().length);
      expect(visible).toBeGreaterThan(0);
      expect(visible).toBeLessThan(144);
      await page.locator("button.topic").first().click();
    });

    test.each([
      ["Graph for Gephi", ".gexf"],
      ["Map", ".json"],
    ])("exports: %s", async (_name, extension) => {
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const item = extension === ".gexf" ? /Gephi/ : /^The map|^Map/;
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".menu-item").filter({ hasText: item }).first().click(),
      ]);
      // The terms that links share are there again, although the file leaves them out.
      expect(readFileSync(await saved.path(), "utf8")).toMatch(
        extension === ".json" ? /"evidence":\[\{"term"/ : /for="evidence"/,
      );
      expect(saved.suggestedFilename()).toMatch(new RegExp(`\\${extension}$`));
      expect(statSync(await saved.path()).size).toBeGreaterThan(10_000);
    });

    test.each(["PNG", "SVG"])("exports a picture: %s", async (format) => {
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator(".menu-item").filter({ hasText: "Picture" }).click();
      await page.getByRole("radio", { name: new RegExp(`^${format}`) }).check();
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("#picture-dialog button[type=submit]").click(),
      ]);
      expect(statSync(await saved.path()).size).toBeGreaterThan(5_000);
    });

    test("a picture as PDF is printed: one page as large as the picture, its text as text, the page as before", async () => {
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute("data-prints", document.title);
      });
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator(".menu-item").filter({ hasText: "Picture" }).click();
      await page.getByRole("radio", { name: /^PDF/ }).check();
      await page.locator("#picture-dialog").getByLabel("Pixels").selectOption("1");
      await page.locator("#picture-dialog button[type=submit]").click();
      await page.locator("body[data-prints]").waitFor();
      expect(await page.title()).toBe(await page.locator("body").getAttribute("data-prints"));
      const printed = page.locator(".printed svg");
      const size = await printed.evaluate((svg) => [svg.getAttribute("width"), svg.getAttribute("height")]);
      expect(await printed.locator("text").allTextContents()).toContain("Neural architecture");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf).toMatch(/\/Count 1\b/);
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      // Points of 1/72 inch from pixels of 1/96; browsers cut them at whole ones.
      for (const [k, points] of [width, height].entries())
        expect(Math.abs(Number(points) / 0.75 - Number(size[k]))).toBeLessThan(2);
      expect(await printed.count()).toBe(0);
      expect(await page.title()).not.toBe(await page.locator("body").getAttribute("data-prints"));
    });

    test("a handout is printed, two stops a page", async () => {
      await page.locator("body").evaluate((body) => body.removeAttribute("data-prints"));
      await page.getByRole("button", { name: "Tour", exact: true }).click();
      await page.getByRole("button", { name: "Make from topics" }).click();
      await page.getByRole("button", { name: /^Handout/ }).click();
      await page.locator("body[data-prints]").waitFor();
      const stops = await page.locator(".stops li").count();
      expect(stops).toBeGreaterThan(5);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(Math.ceil(stops / 2));
    });

    test("other settings lay the map out anew, without the WebAssembly that its policy does not allow", async () => {
      await page.reload();
      await page.waitForFunction(() => "topograph" in window);
      await page.evaluate(() => window.topograph.ready);
      await page.getByRole("button", { name: "Shape", exact: true }).click();
      await page.getByRole("dialog").getByRole("tab", { name: "Settings" }).click();
      await page.locator('input[name="neighbours"]').fill("5");
      await page.keyboard.press("Tab");
      await expect
        .poll(() => page.locator(".effect").textContent(), { timeout: 30_000 })
        .toMatch(/links change/);
      await page.getByRole("button", { name: "Apply" }).click();
      await expect
        .poll(() => page.locator(".command").textContent(), { timeout: 30_000 })
        .toContain("--neighbours 5");
    }, 90_000);

    test("a map with Spanish texts carries Spanish stop words and stems: its evidence is that of the command line", async () => {
      const papers = join(folder, "redes.jsonl");
      writeFileSync(papers, SPANISH.map((paper) => JSON.stringify(paper)).join("\n"));
      const spanish = join(folder, "redes.html");
      const saved = join(folder, "redes.json");
      expect(make(papers, "-o", spanish, "-o", saved).status).toBe(0);
      expect(readFileSync(spanish, "utf8")).toContain('id="topograph-languages"');
      expect(readFileSync(file, "utf8")).not.toContain('id="topograph-languages"');
      await page.goto(pathToFileURL(spanish).href);
      await page.waitForFunction(() => "topograph" in window);
      await page.evaluate(() => window.topograph.ready);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const [made] = await Promise.all([
        page.waitForEvent("download"),
        page
          .locator(".menu-item")
          .filter({ hasText: /^The map|^Map/ })
          .first()
          .click(),
      ]);
      // The page computes shares from the texts as they are saved: the same to four digits.
      const edges = (path: string) =>
        JSON.parse(readFileSync(path, "utf8"), (name, value) =>
          name === "share" ? Number(value).toFixed(4) : value,
        ).edges as unknown[];
      expect(edges(saved).length).toBeGreaterThan(3);
      expect(edges(await made.path())).toEqual(edges(saved));
    });

    test("asked nothing of any network, and nothing went wrong", () => {
      expect(trouble).toEqual([]);
    });
  },
);
