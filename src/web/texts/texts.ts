import { barTexts } from "./bar.ts";
import { cardTexts } from "./cards.ts";
import { count, plural } from "./numbers.ts";
import { panelTexts } from "./panel.ts";
import { startTexts } from "./start.ts";

export { kindHint, kindName, stageName } from "./kinds.ts";
export { count, percent, plural, weight } from "./numbers.ts";

/** Every word the first load shows that is not data. To translate the page, translate the files texts*.ts, one a screen. */
export const texts = {
  product: "Topograph",
  counts: (papers: number, topics: number, links: number) =>
    `${plural(papers, "paper")} · ${plural(topics, "topic")} · ${plural(links, "link")}`,
  visibleOf: (visible: number, all: number) => `${count(visible)} of ${plural(all, "paper")} shown`,
  untitled: "Untitled map",
  unnamedTopic: "Unnamed topic",
  noTopic: "No topic",
  noTopicHint: "shares too little with the others",
  ...barTexts,
  ...panelTexts,
  ...cardTexts,
  ...startTexts,
} as const;
