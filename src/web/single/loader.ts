import { fromBase64 } from "../../kernel/base64.ts";

/** The parts of a page in one file, as the build packs them. */
interface Parts {
  readonly style: string;
  /** The page in a document, its worker elsewhere. */
  readonly script: string;
  /** Fonts in base64 by weight. */
  readonly fonts: Readonly<Record<string, string>>;
}

/** Takes an element with packed text out of the page. @returns the text, empty where there is no such element */
async function taken(id: string): Promise<string> {
  const element = document.getElementById(id);
  if (!element) return "";
  element.remove();
  const packed = new Blob([fromBase64(element.textContent ?? "")]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
}

async function start(): Promise<void> {
  // As it was written, for who saves it again.
  (globalThis as { topographPage?: string }).topographPage = document.documentElement.outerHTML;
  const parts = JSON.parse(await taken("topograph-code")) as Parts;
  for (const [weight, letters] of Object.entries(parts.fonts)) {
    document.fonts.add(new FontFace("Inter", fromBase64(letters), { weight }));
  }
  const style = new CSSStyleSheet();
  style.replaceSync(parts.style);
  document.adoptedStyleSheets.push(style);
  (globalThis as { topographWorker?: string }).topographWorker = `${await taken("topograph-languages")};
${parts.script}`;
  const script = document.createElement("script");
  script.type = "module";
  // The page's policy names the digest of this very text.
  script.textContent = parts.script;
  document.body.append(script);
}

void start();
