import { expect, test } from "vitest";
import { describePage, visit } from "./visit.ts";

describePage("a worker that ends without a word", () => {
  const site = visit();

  test("is told of, and started again by the next question", async () => {
    const page = await site.open();
    await page.fill("#search", site.map.papers[0].title);
    await page.locator("#papers .row").first().waitFor();
    const [worker] = page.workers();
    // It closes itself, as when the browser takes its memory: no message, no error.
    await worker.evaluate(() => setTimeout(() => self.close()));
    await page.locator("#overlay").getByText("The background worker stopped").waitFor();
    await page.fill("#search", site.map.papers[7].title);
    await expect
      .poll(() => page.locator("#papers .row").first().textContent())
      .toContain(site.map.papers[7].title);
    await page.context().close();
  });
});
