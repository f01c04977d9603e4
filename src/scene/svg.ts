import type { Ring } from "./areas.ts";
import { dotHalo } from "./dots.ts";
import type { Scene } from "./scene.ts";
import { FONT, mix } from "./theme.ts";
import { type TextStyle, TYPE } from "./type.ts";

export interface SvgOptions {
  /** A filled background; without it the picture is transparent. */
  readonly background?: boolean;
  readonly legend?: boolean;
  readonly title?: boolean;
  readonly smallPrint?: boolean;
  /** Titles of papers as tooltips of their dots. */
  readonly tooltip?: (paper: number) => string;
}

/** Pixels that title, legend and small print need above and below the map: `margin` of `sceneOf`. */
export function svgMargin(
  topics: number,
  width: number,
  options: SvgOptions,
): { top: number; bottom: number } {
  const rows = options.legend === false ? 0 : Math.ceil(topics / columnsOf(width));
  const print = options.smallPrint === false ? 0 : 22;
  return { top: options.title === false ? 0 : 44, bottom: rows === 0 ? print : rows * 19 + 16 + print };
}

function columnsOf(width: number): number {
  return Math.max(1, Math.floor((width - 48) / 260));
}

/**
 * A scene as SVG 1.1 in chunks: groups by name (areas, links, papers, labels, legend), text as text, halos by
 * `paint-order`. Numbers have at most two decimals; the same scene gives the same bytes.
 */
export function* svgOf(scene: Scene, options: SvgOptions = {}): Generator<string> {
  const { width, height, theme } = scene;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}" font-family="${xml(svgFont())}">\n`;
  yield `<title>${xml(scene.title)}</title>\n`;
  if (options.background !== false)
    yield `<rect width="${num(width)}" height="${num(height)}" fill="${theme.background}"/>\n`;
  yield* areas(scene);
  yield* links(scene);
  yield* dots(scene, options);
  yield* labels(scene);
  yield* furniture(scene, options);
  yield "</svg>\n";
}

function* areas({ areas: list, colors, theme }: Scene): Generator<string> {
  yield '<g id="areas" fill-rule="evenodd">\n';
  for (const { topic, border, core } of list) {
    const color = colors[topic];
    yield `<path fill="${color}" fill-opacity="${theme.dark ? 0.1 : 0.075}" stroke="${color}" stroke-opacity="${theme.dark ? 0.42 : 0.34}" d="${smooth(border)}"/>\n`;
    if (core.length > 0)
      yield `<path fill="${color}" fill-opacity="${theme.dark ? 0.08 : 0.07}" d="${smooth(core)}"/>\n`;
  }
  yield "</g>\n";
}

/** Closed curves through the middles of the sides, as on the page. */
function smooth(rings: readonly Ring[]): string {
  let d = "";
  for (const ring of rings) {
    const n = ring.length;
    d += `M${num((ring[n - 2] + ring[0]) / 2)} ${num((ring[n - 1] + ring[1]) / 2)}`;
    for (let k = 0; k < n; k += 2) {
      const [x, y, nx, ny] = [ring[k], ring[k + 1], ring[(k + 2) % n], ring[(k + 3) % n]];
      d += `Q${num(x)} ${num(y)} ${num((x + nx) / 2)} ${num((y + ny) / 2)}`;
    }
    d += "Z";
  }
  return d;
}

function* links({ links: l, colors, theme }: Scene): Generator<string> {
  yield '<g id="links" fill="none">\n';
  for (let k = 0; k < l.width.length; k++) {
    if (l.alpha[k] < 0.005) continue;
    const [x1, y1, x2, y2] = l.ends.subarray(4 * k, 4 * k + 4);
    const color = colors[l.topic[k]] ?? theme.link;
    yield `<path d="M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}" stroke="${color}" stroke-width="${num(l.width[k])}" stroke-opacity="${num(l.alpha[k])}"/>\n`;
  }
  yield "</g>\n";
}

function* dots({ dots: d, colors, theme }: Scene, { tooltip }: SvgOptions): Generator<string> {
  yield `<g id="papers" stroke="${theme.background}">\n`;
  for (let k = 0; k < d.x.length; k++) {
    const halo = dotHalo(d.radius[k]);
    const ring = halo > 0 ? ` stroke-width="${num(halo)}"` : ' stroke="none"';
    const inner = tooltip === undefined ? "/>" : `><title>${xml(tooltip(d.paper[k]))}</title></circle>`;
    yield `<circle cx="${num(d.x[k])}" cy="${num(d.y[k])}" r="${num(d.radius[k] + halo / 2)}" fill="${colors[d.topic[k]] ?? theme.stray}"${ring}${inner}\n`;
  }
  yield "</g>\n";
}

function* labels({ labels: list, colors, theme }: Scene): Generator<string> {
  yield `<g id="labels" text-anchor="middle" stroke="${theme.background}" stroke-opacity="0.88" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const { leader, topic } of list)
    if (leader !== undefined)
      yield `<path d="M${num(leader[0])} ${num(leader[1])}L${num(leader[2])} ${num(leader[3])}" stroke="${colors[topic] ?? theme.soft}" stroke-opacity="0.7"/>\n`;
  for (const label of [...list].reverse())
    for (const line of label.lines) {
      const own = colors[label.topic] ?? theme.soft;
      const fill =
        line.style === "terms"
          ? theme.soft
          : label.kind === "paper"
            ? mix(theme.ink, theme.soft, 0.45)
            : mix(own, theme.ink, label.kind === "topic" ? 0.12 : 0.4);
      yield `<text x="${num(line.x)}" y="${num(line.y)}" ${font(line.style)} fill="${fill}" stroke-width="${label.kind === "topic" ? 4 : 3}">${xml(line.text)}</text>\n`;
    }
  yield "</g>\n";
}

function* furniture(scene: Scene, options: SvgOptions): Generator<string> {
  const { theme, width, height, colors } = scene;
  if (options.title !== false)
    yield `<text id="title" x="24" y="32" font-size="20" font-weight="700" fill="${theme.ink}">${xml(scene.title)}</text>\n`;
  const print = options.smallPrint === false ? 0 : 22;
  if (options.legend !== false && scene.legend.length > 0) {
    const columns = columnsOf(width);
    const rows = Math.ceil(scene.legend.length / columns);
    const top = height - print - rows * 19;
    yield '<g id="legend" font-size="13">\n';
    for (const [k, { topic, name, size }] of scene.legend.entries()) {
      const x = 24 + Math.floor(k / rows) * 260;
      const y = top + (k % rows) * 19;
      const short = Array.from(name).length > 32 ? `${Array.from(name).slice(0, 31).join("")}…` : name;
      yield `<circle cx="${x + 5}" cy="${num(y - 4)}" r="5" fill="${colors[topic] ?? theme.stray}"/><text x="${x + 16}" y="${num(y)}" fill="${theme.ink}">${xml(short)} <tspan fill="${theme.soft}">${size}</tspan></text>\n`;
    }
    yield "</g>\n";
  }
  if (options.smallPrint !== false)
    yield `<text id="parameters" x="24" y="${num(height - 10)}" font-size="12" fill="${theme.soft}">${xml(scene.smallPrint)}</text>\n`;
}

function font(style: TextStyle): string {
  return `font-size="${TYPE[style].size}" font-weight="${TYPE[style].weight}"`;
}

/** Fonts of the proportions that the labels were placed with come first. */
function svgFont(): string {
  return `"Liberation Sans", Arial, Helvetica, ${FONT.split(", ").slice(-2).join(", ")}`;
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text for element content and attributes; characters that XML forbids are left out. */
function xml(text: string): string {
  return text
    .replace(/[&<>"]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;"))
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
