import { clamp } from "../kernel/numeric.ts";

/** What lies under the papers: areas and links, or hills and valleys. */
export const LOOKS = ["flat", "relief"] as const;
export type Look = (typeof LOOKS)[number];

/*
 * How links, dots and areas look, as numbers: the shaders take them from here by template, the canvas and the pictures
 * by the functions below. Found by eye on maps of 150 to 100,000 papers in both themes.
 */

/**
 * A link's opacity is `alpha` + `stronger` · strength, until it is `length` pixels long; longer ones fade with the square
 * root, because they cross what they do not concern. Links within a topic show its shape and are plainer.
 */
export const LINK = {
  within: { alpha: 0.16, stronger: 0.4, length: 90 },
  between: { alpha: 0.05, stronger: 0.2, length: 45 },
  width: { least: 1, stronger: 0.7 },
} as const;
/** Links over all others: of what is lit, of a lit paper beyond its strongest, and the emphasised one. */
export const LIT_LINK = {
  plain: { alpha: 0.6, stronger: 0.3, width: 1.2, wider: 1.4 },
  faint: { alpha: 0.1, stronger: 0.2, width: 1, wider: 0.6 },
  emphasised: { alpha: 1, width: 3.8 },
} as const;
/** What is left of links' opacity: on a dark background, where they shine; and while something else is lit. */
export const LINK_SHARE = { light: 1, dark: 0.7, dimmed: 0.16 } as const;
/** What is left of a dot's colour while something else is lit. */
export const DIMMED_DOT = 0.26;
/** What is left of an area's opacity while something is lit, and where no paper of it is shown. */
const AREA_SHARE = { plain: 1, dimmed: 0.45, empty: 0.25 } as const;
/** The ring in the background's colour that sets a dot off: `share` of its radius less `less`, at most `most` pixels. */
export const HALO = { share: 0.3, less: 0.35, most: 1.6 } as const;
/** The ring of a second field: a share of the dot's radius, within pixels; and the gap between both. */
export const FIELD_RING = { share: 0.42, least: 1.2, most: 3.6, gap: 0.14 } as const;
/** What is left of a topic's colour within such a ring: the areas say it, too, and two full colours a dot are a fairground. */
export const RINGED_TOPIC = 0.42;
/** The ring around selected papers and search results: pixels from the halo to its middle, and its width. */
export const RING = { gap: 1.4, width: 1.8 } as const;

/** How a link looks. */
export interface LinkLook {
  /** Pixels. */
  readonly width: number;
  /** 0 to 1. */
  readonly alpha: number;
}

/**
 * A link's width and opacity on a light background.
 * @param strength 0 to 1
 * @param same whether both ends are in one topic
 * @param length in pixels
 * @param calm 0 to 1, see `linkCalm`
 * @param single what is left of links like it where bands are drawn instead, see `singleShares`
 */
export function linkLook(
  strength: number,
  same: boolean,
  length: number,
  calm: number,
  single: number,
): LinkLook {
  const { alpha, stronger, length: full } = same ? LINK.within : LINK.between;
  const fade =
    Math.min(1, Math.sqrt(full / Math.max(1, length))) * (same ? calm : calm * Math.sqrt(calm)) * single;
  return {
    width: LINK.width.least + LINK.width.stronger * strength,
    alpha: (alpha + stronger * strength) * fade,
  };
}

/** Maps of fewer papers show links within topics beside bands, too; in those of `many` and more they hide the papers. */
const BESIDE_BANDS = { few: 300, many: 1200 } as const;

/** What is left of the opacity of single links where links between topics are bundled so far (0 to 1). */
export function singleShares(bundled: number, papers: number): { within: number; between: number } {
  const { few, many } = BESIDE_BANDS;
  return { within: 1 - bundled * clamp((papers - few) / (many - few), 0, 1), between: 1 - bundled };
}

/** A lit link's width and opacity. */
export function litLinkLook(strength: number, kind: keyof typeof LIT_LINK): LinkLook {
  if (kind === "emphasised") return LIT_LINK.emphasised;
  const { alpha, stronger, width, wider } = LIT_LINK[kind];
  const weight = kind === "faint" ? strength * strength : strength;
  return { width: width + wider * strength, alpha: alpha + stronger * weight };
}

/** What is left of the opacity of links that are not lit. */
export function linkShare(dark: boolean, dims: boolean): number {
  return dims ? LINK_SHARE.dimmed : dark ? LINK_SHARE.dark : LINK_SHARE.light;
}

/** The more links a window shows, the fainter each is, so that none becomes a hairball: 1 for 2,500 and fewer. */
export function linkCalm(count: number): number {
  return Math.min(1, Math.sqrt(2500 / Math.max(1, count)));
}

/**
 * How many links, strongest first, a view is drawn with: about four a paper on the whole map (fewer in large maps, where
 * they hide each other), more nearer. All of them where a filter has thinned them out.
 */
export function linkCount(links: number, papers: number, zoom: number, filtered: boolean): number {
  if (filtered) return links;
  const atHome = papers <= 2000 ? Math.max(400, papers * 4) : 8000 * Math.sqrt(Math.sqrt(papers / 2000));
  return Math.min(links, Math.round(atHome * clamp(zoom, 1, 1000)));
}

/** The width of the halo of a dot of this radius, in pixels; none around the smallest. */
export function dotHalo(radius: number): number {
  return clamp(radius * HALO.share - HALO.less, 0, HALO.most);
}

/** Opacities of an area: of its ground, of its border line, and of its denser core over the ground. */
export function areaLook(dark: boolean, state: keyof typeof AREA_SHARE) {
  const share = AREA_SHARE[state];
  const [ground, line, core] = dark ? [0.1, 0.42, 0.08] : [0.075, 0.34, 0.07];
  return { ground: ground * share, line: line * share, core: core * share };
}

/** The ring of a second field around a dot of this radius: the gap to it and its width, in pixels. */
export function fieldRing(radius: number): { readonly gap: number; readonly width: number } {
  const width = clamp(radius * FIELD_RING.share, FIELD_RING.least, FIELD_RING.most);
  return { gap: radius * FIELD_RING.gap, width };
}
