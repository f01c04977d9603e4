import { fromText, unpack } from "../../export/unpack.ts";

/** The parts of a page in one file, as the build packs them. */
interface Parts {
  readonly style: string;
  readonly worker: string;
  readonly page: string;
}

/** Takes an element with packed text out of the page. @returns the text, empty where there is no such element */
function taken(id: string): string {
  const element = document.getElementById(id);
  element?.remove();
  return element ? new TextDecoder().decode(unpack(fromText(element.textContent ?? ""))) : "";
}

const parts = JSON.parse(taken("topograph-code")) as Parts;
const style = new CSSStyleSheet();
style.replaceSync(parts.style);
document.adoptedStyleSheets.push(style);
(globalThis as { topographWorker?: string }).topographWorker = `${taken("topograph-languages")};
${parts.worker}`;
const script = document.createElement("script");
script.type = "module";
// The page's policy names the digest of this very text.
script.textContent = parts.page;
document.body.append(script);
