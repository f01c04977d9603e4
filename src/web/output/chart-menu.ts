import type { TemplateResult } from "lit-html";
import type { ChartOptions, ChartPage } from "../../charts/page.ts";
import { svgPage } from "../../export/svg.ts";
import type { TopicMap } from "../../model/map.ts";
import { messageOf, tell } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { dropDown, menuItem } from "../panels/drop-down.ts";
import { chartTexts as t } from "../texts/charts.ts";
import { savePdf } from "./pdf.ts";
import { pngOf } from "./picture.ts";
import { download, fileName } from "./save.ts";

type Charts = typeof import("./charts.ts");
/** Draws a view with what the command line draws it with. */
export type DrawChart = (charts: Charts, map: TopicMap, options: ChartOptions) => ChartPage;

/** So many pixels of a PNG stand for one of the drawing. */
const SCALE = 2;

/** Items of a menu: a view as SVG, PNG and PDF. @param name what the file is called beside the map */
export function chartItems(now: MapState, what: string, name: string, draw: DrawChart): TemplateResult[] {
  return (["svg", "png", "pdf"] as const).map((format) =>
    menuItem(`${what}, ${format.toUpperCase()}`, () => void save(now, name, format, draw)),
  );
}

/** A button that unfolds these. */
export function chartMenu(now: MapState, name: string, draw: DrawChart): TemplateResult {
  return dropDown(t.save, chartItems(now, t.picture, name, draw));
}

async function save(
  now: MapState,
  name: string,
  format: "svg" | "png" | "pdf",
  draw: DrawChart,
): Promise<void> {
  const { map } = now.atlas.peek();
  const file = `${fileName()}-${name}.${format}`;
  try {
    const page = draw(await import("./charts.ts"), map, { dark: state.dark.peek() });
    if (format === "svg") download(svgPage(page.marks, { ...page, title: map.title }), file, "image/svg+xml");
    else if (format === "pdf") await savePdf([{ ...page, scale: 1 }], map.title, file);
    else download([await pngOf(page, SCALE)], file, "image/png");
  } catch (error) {
    tell(`${t.failed} ${messageOf(error)}`);
  }
}
