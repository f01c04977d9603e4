import { areaColumn, areasOf } from "../../model/areas.ts";
import { texts } from "../texts/texts.ts";
import { announce } from "./actions.ts";
import * as state from "./state.ts";

/** Shows an area on the map, so near that its topics have their names. @param area its place in `areasOf` */
export function goToArea(area: number): void {
  const map = state.atlas.peek()?.map;
  const areas = map && areasOf(map);
  if (!areas) return;
  const papers: number[] = [];
  for (const [i, own] of areaColumn(areas, map).entries()) if (own === area) papers.push(i);
  if (papers.length === 0) return;
  state.mover()?.flyTo({ papers });
  announce(texts.topics.area(areas.names[area], papers.length));
}
