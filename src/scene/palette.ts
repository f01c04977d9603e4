import { pow } from "../kernel/numeric.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { mix, rgb } from "./color.ts";

/**
 * Eight hues for the light theme and the same eight for the dark one. Found by search: any two are at least 10 apart in
 * OKLab (× 100), also as seen with protanopia, deuteranopia and tritanopia (Machado et al. 2009), and each has a contrast
 * of at least 3 with its background. The test computes it.
 */
export const LIGHT = [
  "#1043a0",
  "#966105",
  "#09806b",
  "#951522",
  "#805ac5",
  "#839a02",
  "#039cb9",
  "#703363",
] as const;
export const DARK = [
  "#4e7cd0",
  "#f6b84f",
  "#59f5d2",
  "#f68581",
  "#b291fe",
  "#7f931a",
  "#7bc7dc",
  "#b15591",
] as const;

const [WHITE, BLACK] = ["#ffffff", "#000000"] as const;
/** The dark theme's background, which `darkVariant` keeps its contrast with. */
const NIGHT = "#14161b";
/** How far the second, third … topic of one hue moves towards black (−) or white (+). */
const SHADES = [0, 0.24, -0.3, 0.12, -0.16] as const;
const LEAST_CONTRAST = 3;

/**
 * A colour for every topic and then every sub-topic (ids of the tree), `#rrggbb`, the light theme's. Up to eight topics
 * have a hue of their own; more share hues: within a group (where the tree has groups) as shades of one hue, else such
 * that topics that lie near each other differ most. Sub-topics are tints of their topic. Deterministic.
 */
export function assignColors(
  tree: TopicTree,
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
): string[] {
  const { count, parent } = tree;
  const grouped = new Set(tree.group).size < count;
  const unit = Int32Array.from({ length: count }, (_, t) => (grouped ? tree.group[t] : t));
  const units = count === 0 ? 0 : 1 + unit.reduce((a, b) => Math.max(a, b), 0);
  const hue = assignHues(centresOf(tree, unit, units, x, y));
  const used = new Array<number>(LIGHT.length).fill(0);
  const colors: string[] = [];
  for (let t = 0; t < count; t++) {
    const h = hue[unit[t]];
    colors.push(shade(LIGHT[h], SHADES[used[h]++ % SHADES.length], WHITE));
  }
  const tints = new Array<number>(count).fill(0);
  // What sub-topics divide into has their tint: finer ones could not be told apart.
  for (const p of parent) colors.push(p < count ? subtopicColor(colors[p], tints[p]++) : colors[p]);
  return colors;
}

interface Centre {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function centresOf(
  { topic }: TopicTree,
  unit: Int32Array,
  units: number,
  x: Float32Array,
  y: Float32Array,
): Centre[] {
  const sum = Array.from({ length: units }, () => ({ x: 0, y: 0, size: 0 }));
  for (const [i, t] of topic.entries()) {
    if (t === NO_TOPIC) continue;
    const s = sum[unit[t]];
    s.x += x[i];
    s.y += y[i];
    s.size++;
  }
  return sum.map((s) => ({ x: s.x / (s.size || 1), y: s.y / (s.size || 1), size: s.size }));
}

/** Largest first; each takes, of the hues used least so far, the one that differs most from those that lie near. */
function assignHues(centres: readonly Centre[]): Int32Array {
  const hue = new Int32Array(centres.length);
  const lab = LIGHT.map(oklab);
  const times = new Array<number>(LIGHT.length).fill(0);
  const order = centres.map((_, u) => u).sort((a, b) => centres[b].size - centres[a].size || a - b);
  const done: number[] = [];
  for (const u of order) {
    const least = Math.min(...times);
    let [best, cost] = [0, Number.POSITIVE_INFINITY];
    for (const [h, color] of lab.entries()) {
      if (times[h] > least) continue;
      let sum = 0;
      for (const other of done) {
        const [dx, dy] = [centres[u].x - centres[other].x, centres[u].y - centres[other].y];
        const clash = 1 / (squared(color, lab[hue[other]]) + 0.005);
        sum += clash / (dx * dx + dy * dy + 1e-6);
      }
      if (sum < cost) [best, cost] = [h, sum];
    }
    hue[u] = best;
    times[best]++;
    done.push(u);
  }
  return hue;
}

/** The same colour for the dark theme: the hue's own variant for the palette's colours, else lightened until it shows. */
export function darkVariant(hex: string): string {
  for (const [h, base] of LIGHT.entries())
    for (const s of SHADES) if (shade(base, s, WHITE) === hex) return shade(DARK[h], s, NIGHT);
  return shade(hex, 0.12, NIGHT);
}

/** All colours that topics can have: the hues, then their shades. */
export function paletteColors(): string[] {
  return SHADES.flatMap((s) => LIGHT.map((hue) => shade(hue, s, WHITE)));
}

/** The colour of the palette (hues and their shades) that differs most from all those taken; the first of equals. */
export function distantColor(taken: readonly string[]): string {
  const known = taken.map(oklab);
  let [best, most] = [LIGHT[0] as string, -1];
  for (const color of paletteColors()) {
    const own = oklab(color);
    const nearest = Math.min(...known.map((other) => squared(own, other)));
    if (nearest > most + 1e-9) [best, most] = [color, nearest];
  }
  return best;
}

/** The tint of the k-th sub-topic of a topic of this colour. */
export function subtopicColor(color: string, k: number): string {
  return shade(color, k % 2 ? -0.14 : 0.14, WHITE);
}

/** Towards white (above 0) or black, then on, away from the background, until the contrast with it is at least 3. */
function shade(hex: string, amount: number, background: string): string {
  let color = mix(hex, amount > 0 ? WHITE : BLACK, Math.abs(amount));
  const away = background === WHITE ? BLACK : WHITE;
  for (let i = 0; i < 24 && contrast(color, background) < LEAST_CONTRAST; i++) color = mix(color, away, 0.1);
  return color;
}

function linear(hex: string): readonly [number, number, number] {
  const [r, g, b] = rgb(hex).map((c) => (c <= 10 ? c / 255 / 12.92 : pow((c / 255 + 0.055) / 1.055, 2.4)));
  return [r, g, b];
}

/** A colour in which text can be read on a ground (WCAG 2 AA, contrast 4.5): towards the ink as far as that takes. */
export function readable(color: string, ground: string, ink: string): string {
  let found = color;
  for (let share = 0.06; share < 1 && contrast(found, ground) < 4.5; share += 0.06)
    found = mix(color, ink, share);
  return found;
}

/** Contrast of two colours, 1 to 21 (WCAG 2). */
export function contrast(a: string, b: string): number {
  const [p, q] = [luminance(a), luminance(b)];
  return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** OKLab coordinates (Ottosson 2020). */
function oklab(hex: string): readonly [number, number, number] {
  return oklabOf(linear(hex));
}

/** OKLab of linear sRGB, each 0 to 1. */
export function oklabOf([r, g, b]: readonly [number, number, number]): readonly [number, number, number] {
  const l = pow(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 1 / 3);
  const m = pow(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 1 / 3);
  const s = pow(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b, 1 / 3);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function squared(a: readonly number[], b: readonly number[]): number {
  const [p, q, r] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return p * p + q * q + r * r;
}
