import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGexf } from "../../src/export/gexf.ts";
import { describePage, visit } from "./visit.ts";

describePage("a graph of the map is dropped on it", () => {
  const site = visit();
  let page: Page;

  const drop = (name: string, text: string) =>
    page.evaluate(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
      },
      [name, text] as const,
    );
  const first = () => page.evaluate(() => window.topograph.papers[0]);
  const toast = () => page.locator(".toast").textContent();

  test("what was changed in Gephi becomes corrections, taken back at once", async () => {
    page = await site.open();
    const { map } = site;
    const gexf = [...toGexf(map)].join("");
    const changed = gexf
      .replace(/(<node id="p1" label=")[^"]*/, "$1Called otherwise")
      .replace(/(<node id="p1".*?viz:position x=")[^"]*/s, "$1900");
    await drop("from-gephi.gexf", changed);
    await expect.poll(toast).toContain("Other titles for 1 paper; Other places for 1 paper");
    expect((await first()).title).toBe("Called otherwise");
    await page.locator(".toast button").click();
    await expect.poll(async () => (await first()).title).toBe(map.papers[0].title);
    await drop("as-it-was.gexf", gexf);
    await expect.poll(toast).toContain("Nothing on it differs from the map");
  });

  test("a graph of other papers is opened as one", async () => {
    const nodes = [
      "One paper on sorting with networks",
      "Another paper on heaps of trees",
      "A third on trees of heaps",
    ];
    const text = `<gexf xmlns="http://gexf.net/1.3"><graph><nodes>${nodes.map((label, i) => `<node id="${i}" label="${label}"/>`).join("")}</nodes></graph></gexf>`;
    await drop("others.gexf", text);
    await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(3);
    expect(site.trouble).toEqual([]);
  });
});
