import { computed } from "@preact/signals-core";
import { wayTo } from "../../model/levels.ts";
import { darkVariant } from "../../scene/palette.ts";
import { themeOf, topicColors } from "../../scene/theme.ts";
import { atlas, dark } from "./state.ts";

const colors = computed(() => {
  const theme = themeOf(dark.value);
  const map = atlas.value?.map;
  return { stray: theme.stray, of: map ? topicColors(map, theme) : [] };
});

/** The colour of a topic (of the first-level one that it lies in) in the theme shown. */
function topicColor(id: number): string {
  const topics = atlas.value?.map.topics ?? [];
  return colors.value.of[wayTo({ topics }, id)[0]] ?? colors.value.stray;
}

/** The style text that hands an element its topic's colour; set as a property, which a strict CSP allows. */
export function tint(id: number): string {
  return `--tint: ${topicColor(id)}`;
}

/** The style text of a colour as the theme shows it. */
export function shownTint(color: string): string {
  return `--tint: ${dark.value ? darkVariant(color) : color}`;
}
