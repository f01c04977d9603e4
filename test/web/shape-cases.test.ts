import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { referTo } from "../../src/shape/topic-ref.ts";
import { describePage, visit } from "./visit.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");

describePage("shaping a map under odd circumstances", () => {
  const site = visit();
  let made: TopicMap;
  beforeAll(() => {
    made = site.map;
  });
  const open = (saved: string) => site.open({ saved });

  const topics = (page: Page) => page.evaluate(() => window.topograph.topics.map(({ name }) => name));
  const toast = (page: Page) => page.locator(".toast").textContent();
  const undo = (page: Page) =>
    page.evaluate(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true })));

  async function shape(page: Page, tab: string): Promise<void> {
    if ((await page.locator(".box.shape").count()) === 0) await page.click("#shape");
    await page.locator(".box.shape").getByRole("tab", { name: tab }).click();
  }

  async function openTopic(page: Page, name: string): Promise<void> {
    await page.getByRole("button", { name: `About the topic ${name}`, exact: true }).click();
    await page.locator(".tools-box summary").click();
  }

  async function save(page: Page): Promise<string> {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".menu-item").first().click();
    return readFileSync(await (await download).path(), "utf8");
  }

  test("a map of another version is shown and saved as it was; what computing it again would do is counted first", async () => {
    const old = write({ ...made, generator: "topograph 0.0.1", x: made.x.map((x) => 1.5 * x) });
    const page = await open(old);
    await shape(page, "Settings");
    await page.getByText("This map was made by topograph 0.0.1").waitFor();
    await page.getByRole("button", { name: "What would computing it again change?" }).click();
    await expect
      .poll(() => page.locator(".effect").textContent(), { timeout: 20_000 })
      .toMatch(/^No link changes/);
    expect(await save(page)).toBe(old);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => page.getByText("This map was made by").count(), { timeout: 20_000 }).toBe(0);
    expect(await save(page)).toBe(write(made));
    await page.close();
  }, 60_000);

  test("edits of topics that are gone, and edits of a later version, are listed as without effect", async () => {
    const edits = [
      { type: "rename", topic: { name: "Gone", level: "topic", papers: ["doi:10.0/none"] }, name: "X" },
      { type: "recolour", topic: referTo(made, 0), color: "red; background: url(//elsewhere)" },
      { type: "of tomorrow", what: "<b>" },
      { type: "rename", topic: referTo(made, 0), name: "<img src=x onerror=alert(1)>" },
    ];
    const page = await open(write({ ...made, edits }));
    await shape(page, "Changes");
    const rows = page.locator(".edits li");
    await expect.poll(() => rows.count()).toBe(4);
    await expect.poll(() => rows.filter({ hasText: "without effect here" }).count()).toBe(3);
    await page.locator(".edits .icon-button").first().click();
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(async () => (await topics(page))[0]).toBe("<img src=x onerror=alert(1)>");
    await page.close();
  }, 60_000);

  test("a filtered topic that takes another in, and gives it back, stays the filtered one", async () => {
    const page = await open(write(made));
    const [first, second] = made.topics;
    await openTopic(page, first.name);
    await page.getByRole("button", { name: "Show only this" }).click();
    const shown = () => page.evaluate(() => window.topograph.visible().length);
    await expect.poll(() => shown()).toBe(first.size);
    await page.getByLabel("Merge with").selectOption({ label: second.name });
    await expect.poll(() => shown()).toBe(first.size + second.size);
    await undo(page);
    await expect.poll(() => shown()).toBe(first.size);
    expect(await save(page)).toBe(write(made));
    await page.close();
  }, 60_000);

  test("while words are being applied undo waits", async () => {
    const page = await open(write(made));
    await openTopic(page, made.topics[0].name);
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("New name").fill("Kept");
    await page.keyboard.press("Enter");
    await shape(page, "Words");
    await page.locator('input[name="phrase"]').fill(made.topics[0].terms[0].term);
    // The key comes the moment that the page says it is at work: a test on a busy machine would come too late.
    const pressed = page.evaluate(
      () =>
        new Promise<void>((done) =>
          new MutationObserver((_, observer) => {
            if (!document.querySelector(".working")) return;
            observer.disconnect();
            window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
            done();
          }).observe(document.body, { childList: true, subtree: true }),
        ),
    );
    await page.getByRole("button", { name: "Apply" }).click();
    await pressed;
    await page.locator(".working").waitFor({ state: "detached", timeout: 30_000 });
    await expect.poll(() => topics(page)).toContain("Kept");
    await expect.poll(() => page.locator(".edits li").count()).toBe(1);
    await undo(page);
    await expect.poll(() => page.locator(".edits li").count(), { timeout: 30_000 }).toBe(0);
    await undo(page);
    expect(await save(page)).toBe(write(made));
    await page.close();
  }, 60_000);

  test("topics that the sliders show as a preview are not corrected", async () => {
    const page = await open(write(made));
    await page.locator('input[name="finer"]').fill("8");
    await page.locator(".change").waitFor({ timeout: 20_000 });
    const now = await topics(page);
    await openTopic(page, now[0]);
    await page.getByLabel("Merge with").selectOption({ label: now[1] });
    await expect.poll(() => toast(page)).toMatch(/sliders/);
    await expect.poll(() => topics(page)).toEqual(now);
    await page.close();
  }, 60_000);

  test("nothing went wrong in all this", () => expect(site.trouble).toEqual([]));
});
