import type { ChartPage } from "../charts/page.ts";
import { moved } from "../scene/move-marks.ts";
import { SLIDE_WINDOW } from "../view/slide.ts";
import type { Slide } from "../view/slides.ts";

/** A view drawn in SLIDE_WINDOW's size as a slide: what it is and its legend on the left, the view beside it. */
export function chartSlide({ marks, said }: ChartPage): Slide {
  const [title, text] = said.what.split(": ");
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    text: text ?? "",
    notes: said.print,
    view: "",
    items: said.legend.map(({ text, count, color }) => ({ text, note: String(count), color, isTopic: true })),
    marks: [...moved(marks, SLIDE_WINDOW.x, SLIDE_WINDOW.y, 1)],
  };
}
