import { clamp } from "../kernel/numeric.ts";

/** How links look: shared by the shader's formula, the canvas and the pictures. */
export interface LinkLook {
  /** Pixels. */
  readonly width: number;
  /** 0 to 1. */
  readonly alpha: number;
}

/**
 * A link's width and opacity. Stronger links are plainer; long ones fade, because they cross what they do not concern.
 * @param strength 0 to 1
 * @param same whether both ends are in one topic
 * @param length in pixels
 * @param calm 0 to 1, see `linkCalm`
 */
export function linkLook(strength: number, same: boolean, length: number, calm: number): LinkLook {
  const base = same ? 0.16 + 0.4 * strength : 0.05 + 0.2 * strength;
  const fade = Math.min(1, Math.sqrt((same ? 90 : 45) / Math.max(1, length)));
  return { width: 1 + 0.7 * strength, alpha: base * fade * (same ? calm : calm * Math.sqrt(calm)) };
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
