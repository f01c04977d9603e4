import type { Theme } from "../scene/theme.ts";
import { xml } from "./xml.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument";
/** The namespaces of PresentationML. */
const SPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** A part that is PresentationML: `<p:name …>content</p:name>`. */
export function presentationPart(name: string, content: string, attributes = ""): string {
  return `${HEAD}<p:${name} ${SPACES}${attributes}>${content}</p:${name}>`;
}

/** Where a part refers to: by id a kind and a path, or an address outside. */
export interface Relation {
  readonly kind: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

/** The relations of a part, as rId1, rId2 … */
export function relationsPart(relations: readonly Relation[]): string {
  const lines = relations.map(({ kind, target, isOutside }, k) => {
    const type = kind.includes("/") ? `${PACKAGE}/relationships/${kind}` : `${OFFICE}/relationships/${kind}`;
    return `<Relationship Id="rId${k + 1}" Type="${type}" Target="${xml(target)}"${isOutside ? ' TargetMode="External"' : ""}/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

/** What each part is, by its path: PresentationML unless it is named here. */
export function contentTypes(paths: readonly string[]): string {
  const overrides = paths
    .filter((path) => path.endsWith(".xml"))
    .map((path) => `<Override PartName="/${path}" ContentType="${typeOf(path)}"/>`);
  const defaults = [
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
    ["png", "image/png"],
    ["svg", "image/svg+xml"],
  ].map(([end, type]) => `<Default Extension="${end}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${[...defaults, ...overrides].join("")}</Types>`;
}

function typeOf(path: string): string {
  if (path === "docProps/core.xml") return "application/vnd.openxmlformats-package.core-properties+xml";
  if (path === "docProps/app.xml") return `${TYPES}.extended-properties+xml`;
  const name = /([a-zA-Z]+)\d*\.xml$/.exec(path)?.[1] ?? "";
  if (name === "theme") return `${TYPES}.theme+xml`;
  return `${TYPES}.presentationml.${name === "presentation" ? "presentation.main" : name}+xml`;
}

/** Title and program; no date, so that the same map gives the same bytes. */
export function coreProperties(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>Topograph</dc:creator></cp:coreProperties>`;
}

export const APP_PROPERTIES = `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Topograph</Application></Properties>`;

/** Fonts that come with Office, for scripts that the theme's own has no letters of. */
const SCRIPTS = [
  ["Jpan", "Yu Gothic"],
  ["Hang", "Malgun Gothic"],
  ["Hans", "Microsoft YaHei"],
  ["Hant", "Microsoft JhengHei"],
  ["Arab", "Arial"],
  ["Hebr", "Arial"],
  ["Thai", "Leelawadee UI"],
  ["Deva", "Nirmala UI"],
  ["Beng", "Nirmala UI"],
  ["Taml", "Nirmala UI"],
]
  .map(([script, typeface]) => `<a:font script="${script}" typeface="${typeface}"/>`)
  .join("");
/** Arial stands on every machine that has an Office, and is narrower than Inter, which names were placed by. */
const fontsOf = ({ eastAsian = "", complex = "" }: ScriptFonts) =>
  `<a:latin typeface="Arial"/><a:ea typeface="${xml(eastAsian)}"/><a:cs typeface="${xml(complex)}"/>${SCRIPTS}`;

/** Families for Chinese, Japanese and Korean, and for scripts that join, stack or run from the right; Office's own where absent. */
export interface ScriptFonts {
  readonly eastAsian?: string;
  readonly complex?: string;
}

const SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

/** The theme: colours of the map's, the first six topics as accents; one font throughout. */
export function themePart(theme: Theme, accents: readonly string[], scripts: ScriptFonts = {}): string {
  const fonts = fontsOf(scripts);
  const hex = (color: string) => `<a:srgbClr val="${color.slice(1).toUpperCase()}"/>`;
  const [dark, light] = theme.dark ? [theme.background, theme.ink] : [theme.ink, theme.background];
  const colors = [
    ["dk1", dark],
    ["lt1", light],
    ["dk2", theme.soft],
    ["lt2", theme.soft],
    ...Array.from({ length: 6 }, (_, k) => [`accent${k + 1}`, accents[k] ?? theme.link]),
    ["hlink", theme.accent],
    ["folHlink", theme.accent],
  ].map(([name, color]) => `<a:${name}>${hex(color)}</a:${name}>`);
  const line = `<a:ln w="9525">${SOLID}</a:ln>`;
  const formats = `<a:fillStyleLst>${SOLID.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${SOLID.repeat(3)}</a:bgFillStyleLst>`;
  return `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Topograph"><a:themeElements><a:clrScheme name="Topograph">${colors.join("")}</a:clrScheme><a:fontScheme name="Topograph"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Topograph">${formats}</a:fmtScheme></a:themeElements></a:theme>`;
}

/** Which colour of the theme is the background's. */
export function colorMap({ dark }: Theme): string {
  const [back, text] = dark ? ["dk", "lt"] : ["lt", "dk"];
  const accents = [1, 2, 3, 4, 5, 6].map((k) => `accent${k}="accent${k}"`).join(" ");
  return `<p:clrMap bg1="${back}1" tx1="${text}1" bg2="${back}2" tx2="${text}2" ${accents} hlink="hlink" folHlink="folHlink"/>`;
}
