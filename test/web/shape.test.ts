import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import { DEMO } from "./demo.ts";
import { demoMap } from "./maps.ts";
import { describePage, visit } from "./visit.ts";

const CORPUS = "../shared/corpora/arxiv_1k.jsonl";

describePage("shaping the map on the built page", () => {
  const site = visit(demoMap);
  const { open } = site;
  const folder = mkdtempSync(join(tmpdir(), "topograph-shape-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const topics = (page: Page) =>
    page.evaluate(() => window.topograph.topics.map(({ name, size }) => ({ name, size })));
  const undo = (page: Page) => page.keyboard.press("Control+z");

  /** What "Save the map" hands over. */
  async function save(page: Page): Promise<string> {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".menu-item").first().click();
    return readFileSync(await (await download).path(), "utf8");
  }

  async function openTopic(page: Page, name: string): Promise<void> {
    if ((await page.locator("#card").count()) > 0) await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `About the topic ${name}`, exact: true }).click();
    await page.locator('[data-card="topic"]').waitFor();
    await page.locator(".tools-box summary").click();
  }

  async function shape(page: Page, tab: string): Promise<void> {
    await page.click("#shape");
    await page.getByRole("dialog").getByRole("tab", { name: tab }).click();
  }

  test("rename a topic, split another, undo both: the saved map is the one before, byte for byte", async () => {
    const page = await open();
    const all = await topics(page);
    const [first, second] = all;
    await openTopic(page, first.name);
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("New name").fill("My own name");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await topics(page))[0].name).toBe("My own name");
    await openTopic(page, second.name);
    await page.getByLabel("Split").selectOption("two");
    await expect.poll(async () => (await topics(page)).length).toBe(all.length + 1);
    await page.locator("body").click({ position: { x: 400, y: 400 } });
    await undo(page);
    await undo(page);
    await expect.poll(async () => (await topics(page))[0].name).toBe(first.name);
    expect(await save(page)).toBe([...encodeMap(site.map)].join(""));
    await page.close();
  }, 60_000);

  test("a message says what was done, and takes it back", async () => {
    const page = await open();
    const [first] = await topics(page);
    await openTopic(page, first.name);
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("New name").fill("My own name");
    await page.keyboard.press("Enter");
    const toast = page.locator(".toast");
    await expect.poll(() => toast.textContent()).toMatch(/^Renamed “/);
    const covered = await page.evaluate(() => {
      const boxOf = (one: Element | null) => one?.getBoundingClientRect() ?? new DOMRect();
      const over = boxOf(document.querySelector(".toast"));
      return [...document.querySelectorAll("#bar, #views, #tools > *, #years, #panel")].flatMap((one) => {
        const { left, right, top, bottom, width } = boxOf(one);
        const isMet = left < over.right && right > over.left && top < over.bottom && bottom > over.top;
        return width > 0 && isMet ? [one.id || one.className] : [];
      });
    });
    expect(covered).toEqual([]);
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await topics(page))[0].name).toBe(first.name);
    await page.close();
  });

  test("settings are named in plain words, with their names on the command line beside", async () => {
    const page = await open();
    await shape(page, "Settings");
    const field = page.getByRole("spinbutton", { name: /^Links per paper --neighbours/ });
    await field.waitFor();
    expect(await page.getByRole("spinbutton", { name: /^Rare words --min-df/ }).count()).toBe(1);
    await page.close();
  });

  test("merge, recolour and move are in the list of changes; redo brings them back; a saved map keeps them", async () => {
    const page = await open();
    const [first, second] = await topics(page);
    await openTopic(page, first.name);
    await page.getByLabel("Merge with").selectOption({ label: second.name });
    const merged = (await topics(page)).find(({ name }) => name === first.name);
    expect(merged?.size).toBe(first.size + second.size);
    await page.getByRole("button", { name: "Colour", exact: true }).click();
    await page.locator(".swatches button").nth(9).click();
    await page.keyboard.press("Escape");
    await page.fill("#search", "bottleneck transformers");
    await page.locator("#papers .row").first().click();
    const other = (await topics(page))[1].name;
    await page.getByLabel("Belongs to").selectOption({ label: other });
    await shape(page, "Changes");
    const inList = await page.locator(".edits li").count();
    expect(inList).toBe(3);
    await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.locator(".edits li").count()).toBe(inList - 1);
    await page.getByRole("dialog").getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => page.locator(".edits li").count()).toBe(inList);
    const { edits } = JSON.parse(await save(page)).attributes;
    expect(edits.map(({ type }: { type: string }) => type)).toEqual(["merge", "recolour", "move"]);
    expect(edits[0].topics.map(({ name }: { name: string }) => name)).toEqual([first.name, second.name]);
    // Each can be taken back by itself.
    await page.locator(".edits li .icon-button").first().click();
    await expect.poll(() => page.locator(".edits li").count()).toBe(2);
    const sizes = new Map((await topics(page)).map(({ name, size }) => [name, size]));
    expect(sizes.get(second.name)).toBeGreaterThanOrEqual(second.size - 1);
    await page.close();
  }, 60_000);

  test("two spellings of a method: the links that change are counted, then they do; undo brings them back", async () => {
    const page = await open();
    await shape(page, "Words");
    await page.getByLabel("Do what").selectOption("synonym");
    await page.locator('input[name="phrase"]').fill("ResNet, residual network");
    const told = page.locator(".effect");
    await expect.poll(() => told.textContent(), { timeout: 20_000 }).toMatch(/^[\d,]+ links? changes? \(/);
    const links = await page.locator(".heading p").textContent();
    const counted = await told.textContent();
    const names = (await topics(page)).map(({ name }) => name);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => page.locator(".heading p").textContent(), { timeout: 30_000 }).not.toBe(links);
    // What was counted is what happened, and the topics are still there.
    await expect.poll(() => page.locator(".toast").textContent()).toContain(counted);
    await expect.poll(async () => (await topics(page)).length).toBe(names.length);
    await page.keyboard.press("Escape");
    await page.locator("#bar").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.locator(".heading p").textContent(), { timeout: 30_000 }).toBe(links);
    await page.close();
  }, 90_000);

  test("settings: the effect is counted before it is applied, and the command line says them", async () => {
    const page = await open();
    await shape(page, "Settings");
    await expect
      .poll(() => page.locator(".command").textContent())
      .toBe(
        `topograph build resnet_papers_page.txt --title '${DEMO}' -o residual-networks-and-their-kin.json`,
      );
    await page.locator('input[name="topics"]').fill("5");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.locator(".effect").textContent(), { timeout: 30_000 })
      .toMatch(/5 topics instead of/);
    await expect.poll(async () => (await topics(page)).length).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(async () => (await topics(page)).length, { timeout: 30_000 }).toBe(5);
    await expect.poll(() => page.locator(".command").textContent()).toContain("--topics 5");
    await page.close();
  }, 90_000);

  test.skipIf(!existsSync(CORPUS))(
    "400 papers on the map of the first 300: the hundred new ones are listed",
    async () => {
      const lines = readFileSync(CORPUS, "utf8").split("\n").slice(0, 400);
      const [few, all] = [join(folder, "few.jsonl"), join(folder, "all.jsonl")];
      writeFileSync(few, `${lines.slice(0, -100).join("\n")}\n`);
      writeFileSync(all, `${lines.join("\n")}\n`);
      const page = await open();
      const pick = async (button: () => Promise<void>, path: string) => {
        const chooser = page.waitForEvent("filechooser");
        await button();
        await (await chooser).setFiles(path);
      };
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await pick(() => page.getByRole("button", { name: "Choose files" }).click(), few);
      await expect
        .poll(() => page.evaluate(() => window.topograph.papers.length), { timeout: 60_000 })
        .toBe(300);
      const before = await topics(page);
      await shape(page, "Continue");
      await pick(() => page.getByRole("button", { name: "Continue with files" }).click(), all);
      await page.locator('.since[data-new="100"]').waitFor({ timeout: 60_000 });
      await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(400);
      const names = (await topics(page)).map(({ name }) => name);
      for (const { name } of before) expect(names).toContain(name);
      await page.getByText("100 new papers").first().click();
      await expect.poll(() => page.locator(".since details li").count()).toBeGreaterThan(10);
      await page.close();
    },
    180_000,
  );

  test("nothing was asked of the console in all this", () => {
    expect(site.trouble).toEqual([]);
  });
});
