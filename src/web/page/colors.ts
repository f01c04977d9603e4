import { computed } from "@preact/signals-core";
import { darkVariant } from "../../scene/palette.ts";
import { themeOf, topicColors } from "../../scene/theme.ts";
import { atlas, dark } from "./state.ts";

const colors = computed(() => {
  const theme = themeOf(dark.value);
  const map = atlas.value?.map;
  return { stray: theme.stray, of: map ? topicColors(map, theme) : [] };
});

/** The colour of a topic (of its parent, for a sub-topic) in the theme shown. */
function topicColor(id: number): string {
  const topic = atlas.value?.map.topics[id];
  return colors.value.of[topic?.parent ?? id] ?? colors.value.stray;
}

/** The style text that hands an element its topic's colour; set as a property, which a strict CSP allows. */
export function tint(id: number): string {
  return `--tint: ${topicColor(id)}`;
}

/** The style text of a colour as the theme shows it. */
export function shownTint(color: string): string {
  return `--tint: ${dark.value ? darkVariant(color) : color}`;
}
