import type { Locator, Page } from "playwright-core";

/** What a person does on a page, counted: a click, a drag, or keys typed in one go is one step. Looking costs nothing. */
export class Steps {
  count = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(what: Locator, modifiers: ("Shift" | "Control")[] = []): Promise<void> {
    this.count++;
    await what.click({ modifiers });
  }

  async doubleClick(what: Locator): Promise<void> {
    this.count++;
    await what.dblclick();
  }

  /** Chooses in a list that opens. */
  async choose(list: Locator, option: string): Promise<void> {
    this.count++;
    await list.selectOption(option);
  }

  /** Drags over a part of something; shares of its width, 0 to 1. */
  async drag(what: Locator, from: number, to: number): Promise<void> {
    this.count++;
    const box = await what.boundingBox();
    if (!box) throw new Error("it is not on the screen");
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + from * box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + ((from + to) / 2) * box.width, y, { steps: 4 });
    await this.page.mouse.move(box.x + to * box.width, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Keys in one go: names of keys, and texts in angle quotes: `"/"`, `"«glacier»"`, `"Enter"`. */
  async keys(...keys: string[]): Promise<void> {
    this.count++;
    for (const key of keys)
      if (key.startsWith("«")) await this.page.keyboard.insertText(key.slice(1, -1));
      else await this.page.keyboard.press(key);
  }
}

/** Whether something is on the screen, whole, without scrolling. */
export function isInSight(what: Locator): Promise<boolean> {
  return what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const inside = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return (
      top >= 0 &&
      bottom <= innerHeight &&
      inside !== null &&
      (element.contains(inside) || inside.contains(element))
    );
  });
}
