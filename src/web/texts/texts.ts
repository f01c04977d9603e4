import { count, plural } from "../../view/numbers.ts";
import { barTexts } from "./bar.ts";
import { cardTexts } from "./cards.ts";
import { panelTexts } from "./panel.ts";
import { presentTexts } from "./present.ts";
import { gapTexts } from "./report.ts";
import { startTexts } from "./start.ts";
import { understandTexts } from "./understand.ts";

export { count, percent, plural, weight } from "../../view/numbers.ts";
export { kindHint, kindName, stageName } from "./kinds.ts";

/**
 * Every word the first load shows that is not data; `citationTexts` and `shapeTexts` come with their parts. To translate the
 * page, translate the files of this folder.
 */
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
  ...gapTexts,
  ...presentTexts,
  ...understandTexts,
} as const;
