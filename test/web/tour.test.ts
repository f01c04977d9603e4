import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pagesOf, streamsOf, textOf } from "../export/read-pdf.ts";
import { demoMap } from "./maps.ts";
import { describePage, visit } from "./visit.ts";

describePage("a tour of the map", { timeout: 180_000 }, () => {
  const site = visit(demoMap);
  const caption = (page: Page) => page.locator(".caption h2").textContent();
  const edit = async (page: Page) => {
    await page.getByRole("button", { name: "Tour", exact: true }).click();
    await page.locator(".tour-editor").waitFor();
  };

  test("is made of the topics, edited, presented by keys, and saved with the map", async () => {
    const page = await site.open();
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    // The overview, the six largest topics, where they meet.
    await expect.poll(() => page.locator(".stops li").count()).toBe(8);
    await expect
      .poll(() => page.locator(".tour-editor .faint").first().textContent())
      .toMatch(/^8 stops, about \d+ minutes\./);
    await page.locator(".stops summary").first().click();
    await page.locator(".stops input").first().fill("Where we <i>stand</i>");
    await page.getByLabel("Title").first().blur();
    await page.getByRole("button", { name: "Move stop 3 up" }).click();
    await page.getByRole("button", { name: "Remove stop 4" }).click();
    await page.getByRole("button", { name: "Add this view" }).click();
    const stops = 8;
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
    // What comes next is the first stop's successor once one is there: its picture is no blank.
    await expect
      .poll(() => notes.locator("header").textContent())
      .toMatch(/^0:\d\d8 \/ 8.*The talk may take/s);
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
    const open = () => page.locator(".stops details[open] summary span > span").allTextContents();
    await expect.poll(open).toEqual(["One", "Two", "Three"]);
    await page.locator(".stops summary").nth(1).click();
    await expect.poll(open).toEqual(["One", "Three"]);
    await page.getByRole("button", { name: "Move stop 3 up" }).click();
    await page.getByRole("button", { name: "Move stop 2 up" }).click();
    const titles = () => page.locator(".stops summary span > span").allTextContents();
    await expect.poll(titles).toEqual(["Three", "One", "Two"]);
    await expect.poll(open).toEqual(["Three", "One"]);
    await page.context().close();
  });

  test("stops have pictures, and move by dragging and by keys, with their own words", async () => {
    const page = await site.open();
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    const titles = () => page.locator(".stops summary span > span").allTextContents();
    const pictures = () =>
      page.locator(".stops img").evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src));
    const [first, second, third] = await titles();
    const [a, b, c] = await pictures();
    expect(new Set([a, b, c]).size).toBe(3);
    await page.locator(".stops summary").first().dragTo(page.locator(".stops li").nth(2));
    await expect.poll(titles).toEqual([second, third, first, ...(await titles()).slice(3)]);
    expect((await pictures()).slice(0, 3)).toEqual([b, c, a]);
    // A form that is open stays that of the stop it belongs to.
    await page.locator(".stops summary").nth(2).click();
    expect(await page.locator(".stops details[open] input").inputValue()).toBe(first);
    await page.locator(".stops summary").nth(2).press("Alt+ArrowUp");
    await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([second, first, third]);
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([first, second, third]);
    expect(await page.locator(".stops details[open] input").inputValue()).toBe(first);
    await page.context().close();
  });

  test.each([
    [1920, 1080],
    [3840, 2160],
  ])(
    "presented at %i × %i, names of topics are 3 in 100 of the height, titles and captions can be read",
    async (width, height) => {
      const page = await site.open({ viewport: { width, height }, at: "?tour" });
      await page.locator(".caption h2").waitFor();
      const share = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerHeight);
      expect(await share(".caption h2")).toBeGreaterThan(0.045);
      expect(await share(".caption p")).toBeGreaterThan(0.022);
      // The buttons of the topics lie over their names and are as high as their lines.
      const heights = () =>
        page
          .locator("#map button")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height / innerHeight));
      await expect.poll(async () => Math.min(...(await heights()))).toBeGreaterThan(0.03);
      const buttons = await page
        .locator(".tour-controls button")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height / innerHeight));
      expect(Math.min(...buttons)).toBeGreaterThan(0.033);
      expect(await share(".tour-controls span")).toBeGreaterThan(0.0135);
      await page.context().close();
    },
  );

  test("the handout shows two stops a page, each as it is presented", async () => {
    const page = await site.open();
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    const titles = await page.locator(".stops summary span > span").allTextContents();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Handout" }).click(),
    ]);
    const pdf = readFileSync(await file.path());
    expect(pdf.length).toBeLessThan(1_500_000);
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(4);
    const words = (text: string) => text.replace(/\s/g, "");
    for (const [k, number] of pages.entries()) {
      const said = words(textOf(pdf, new Set([number])));
      for (const title of titles.slice(2 * k, 2 * k + 2)) expect(said).toContain(words(title));
    }
    // Each topic is seen from its own camera: no two pages draw the same.
    const drawn = pages.map((number) => streamsOf(pdf).get(number) ?? "");
    const paths = drawn.map((stream) => new Set(stream.match(/^\S+ \S+ m$/gm)));
    for (const [k, path] of paths.entries())
      for (const other of paths.slice(k + 1)) {
        const shared = [...path].filter((one) => other.has(one)).length;
        expect(shared / path.size).toBeLessThan(0.5);
      }
    await page.context().close();
  });

  test("a handout is cancelled while it is made", async () => {
    const page = await site.open();
    await edit(page);
    await page.getByRole("button", { name: "Make from topics" }).click();
    // The font comes late, so that there is time to think again.
    await page.route("**/fonts/*.woff", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    let saved = 0;
    page.on("download", () => saved++);
    await page.getByRole("button", { name: "Handout" }).click();
    await page.locator(".making").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Handout" }).waitFor();
    await page.waitForTimeout(4000);
    expect(saved).toBe(0);
    await page.context().close();
  });

  test("embedded, the page is the map alone, and a card when a paper is chosen", async () => {
    const page = await site.open({ at: "?embed" });
    await expect.poll(() => page.locator("#bar").isVisible()).toBe(false);
    await expect.poll(() => page.locator("#panel").isVisible()).toBe(false);
    await page.locator("#map button").first().dispatchEvent("click");
    await page.locator('[data-card="topic"]').waitFor();
    await page.context().close();
  });

  test("`?tour` presents a tour of the topics where the map has none", async () => {
    const page = await site.open({ at: "?tour" });
    await page.locator(".caption h2").waitFor();
    await page.getByText("1 / 8").waitFor();
    await page.context().close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
