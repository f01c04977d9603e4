import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoSite, isBuilt } from "./opened.ts";

describe.skipIf(!isBuilt)("a tour of the map", { timeout: 180_000 }, () => {
  const site = demoSite();
  const caption = (page: Page) => page.locator(".caption h2").textContent();
  const edit = async (page: Page) => {
    await page.getByRole("button", { name: "Tour", exact: true }).click();
    await page.locator(".tour-editor").waitFor();
  };

  test("is made of the topics, edited, presented by keys, and saved with the map", async () => {
    const page = await site.open();
    const topics = await page.evaluate(() => window.topograph.topics);
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    // The overview, the topics, where they meet, the end.
    await expect.poll(() => page.locator(".stops li").count()).toBe(topics.length + 3);
    await page.locator(".stops summary").first().click();
    await page.locator(".stops input").first().fill("Where we <i>stand</i>");
    await page.getByLabel("Title").first().blur();
    await page.getByRole("button", { name: "Move stop 3 up" }).click();
    await page.getByRole("button", { name: "Remove stop 4" }).click();
    await page.getByRole("button", { name: "Add this view" }).click();
    const stops = topics.length + 3;
    await expect.poll(() => page.locator(".stops li").count()).toBe(stops);

    const before = await page.evaluate(() => window.topograph.camera);
    await page.getByRole("button", { name: "Present", exact: true }).click();
    await page.locator(".caption").waitFor();
    await expect.poll(() => caption(page)).toBe("Where we <i>stand</i>");
    await expect.poll(() => page.locator("#bar").isVisible()).toBe(false);
    await page.keyboard.press("PageDown");
    await page.getByText(`2 / ${stops}`).waitFor();
    await expect.poll(() => page.locator(".caption li").count()).toBe(3);
    await expect.poll(() => page.evaluate(() => window.topograph.selection.length)).toBe(3);
    await page.keyboard.press("b");
    await page.locator(".black").waitFor();
    await page.keyboard.press("PageUp");
    await page.getByText(`1 / ${stops}`).waitFor();
    await expect.poll(() => page.locator(".black").count()).toBe(0);
    await page.keyboard.press("End");
    await page.getByText(`${stops} / ${stops}`).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByText(`${stops} / ${stops}`).waitFor();

    const [notes] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("n")]);
    await notes.locator(".next").waitFor();
    await notes.keyboard.press("Home");
    await page.getByText(`1 / ${stops}`).waitFor();
    await expect.poll(() => notes.locator("h1").textContent()).toBe("Where we <i>stand</i>");
    await expect.poll(async () => (await notes.locator(".notes").textContent())?.length).toBeGreaterThan(20);

    await page.keyboard.press("Escape");
    await page.locator(".caption").waitFor({ state: "detached" });
    await expect.poll(() => page.locator("#bar").isVisible()).toBe(true);
    await page.waitForFunction(
      (camera) => Math.abs((window.topograph.camera?.ratio ?? 0) - (camera?.ratio ?? 0)) < 0.01,
      before,
    );

    await page.getByRole("button", { name: "Save", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".menu-item").filter({ hasText: "Map (.json)" }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await file.path(), "utf8"));
    expect(saved.attributes.tour).toHaveLength(stops);
    expect(saved.attributes.tour[0].title).toBe("Where we <i>stand</i>");
    expect(saved.attributes.tour[1].papers).toHaveLength(3);
    await page.context().close();
  });

  test("a new stop is open for its title, those open stay so, and a form moves with its stop", async () => {
    const page = await site.open();
    await edit(page);
    for (const title of ["One", "Two", "Three"]) {
      await page.getByRole("button", { name: "Add this view" }).click();
      await page.keyboard.type(title);
    }
    const open = () => page.locator(".stops details[open] summary span").allTextContents();
    await expect.poll(open).toEqual(["One", "Two", "Three"]);
    await page.locator(".stops summary").nth(1).click();
    await expect.poll(open).toEqual(["One", "Three"]);
    await page.getByRole("button", { name: "Move stop 3 up" }).click();
    await page.getByRole("button", { name: "Move stop 2 up" }).click();
    const titles = () => page.locator(".stops summary span").allTextContents();
    await expect.poll(titles).toEqual(["Three", "One", "Two"]);
    await expect.poll(open).toEqual(["Three", "One"]);
    await page.context().close();
  });

  test("the handout has a page a stop", async () => {
    const page = await site.open();
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    const stops = await page.locator(".stops li").count();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Handout" }).click(),
    ]);
    const pdf = readFileSync(await file.path()).toString("latin1");
    expect(pdf).toContain(`/Count ${stops}`);
    expect(pdf.match(/\/MediaBox \[0 0 595\.5 842\.25\]/g)).toHaveLength(stops);
    await page.context().close();
  });

  test("embedded, the page is the map alone, and a card when a paper is chosen", async () => {
    const page = await site.open({}, "?embed");
    await expect.poll(() => page.locator("#bar").isVisible()).toBe(false);
    await expect.poll(() => page.locator("#panel").isVisible()).toBe(false);
    await page.locator("#map button").first().dispatchEvent("click");
    await page.locator('[data-card="topic"]').waitFor();
    await page.context().close();
  });

  test("`?tour` presents a tour of the topics where the map has none", async () => {
    const page = await site.open({}, "?tour");
    await page.locator(".caption h2").waitFor();
    const topics = await page.evaluate(() => window.topograph.topics.length);
    await page.getByText(`1 / ${topics + 3}`).waitFor();
    await page.context().close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
