import { html, nothing, type TemplateResult } from "lit-html";
import { encodeView } from "../../../view/hash.ts";
import type { Stop } from "../../../view/tour.ts";
import { chartItems } from "../../output/chart-menu.ts";
import { tell } from "../../page/actions.ts";
import { viewNow } from "../../page/address.ts";
import type { MapState } from "../../page/map-state.ts";
import { dropDown, menuItem } from "../../panels/drop-down.ts";
import { chartTexts } from "../../texts/charts.ts";
import { timeTexts } from "../../texts/time.ts";
import { mapYears } from "../rows.ts";
import { captionOf, happened } from "./captions.ts";
import { canFilm, film } from "./film.ts";
import { playOf } from "./store.ts";

const t = timeTexts.play;
/** Small maps of a strip. */
const FRAMES = 6;
/** Papers that a stop names. */
const NAMED = 3;

/** What the years become: a film, stops of the tour. */
export function takeAlong(now: MapState): TemplateResult {
  return dropDown(
    t.more,
    html`${canFilm() ? menuItem(t.film, () => void film(now), t.filmHint) : nothing}${menuItem(t.everyStop, () => everyYear(now), t.everyStopHint)}${chartItems(now, chartTexts.strip, "strip", (charts, map, look) => charts.stripChart(map, { ...look, frames: FRAMES }))}`,
  );
}

/** Adds a stop for each year: the map until then, its caption, and its largest papers, named. */
function everyYear(now: MapState): void {
  const atlas = now.atlas.peek();
  const { map } = atlas;
  const { first } = mapYears(map);
  const { times, range } = playOf(now);
  const { papers, of } = times.peek();
  const stops: Stop[] = [];
  const { moment: _, time: __, ...view } = viewNow(now);
  for (let c = range.peek()[0]; c <= range.peek()[1]; c++) {
    if (papers[c] === 0) continue;
    const { year, counts, happenings } = captionOf(now, c);
    const largest = [...of(c)].sort((a, b) => map.size[b] - map.size[a] || a - b).slice(0, NAMED);
    const filters = { ...view.filters, years: [view.filters.years?.[0] ?? first, first + c] as const };
    stops.push({
      title: year,
      text: [counts, ...happenings.map(happened)].join("\n"),
      notes: largest.map((i) => map.papers[i].title).join("\n"),
      papers: largest.map((i) => map.papers[i].identity),
      view: encodeView(atlas, { ...view, filters, selection: largest }),
      to: "home",
    });
  }
  now.tour.value = [...now.tour.peek(), ...stops];
  tell(t.added(stops.length));
}
