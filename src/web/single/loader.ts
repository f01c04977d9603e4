import { fromText, unpack } from "../../export/unpack.ts";

/** The parts of a page in one file, as the build packs them. */
interface Parts {
  readonly style: string;
  readonly worker: string;
  readonly page: string;
}

const element = document.getElementById("topograph-code");
const parts = JSON.parse(new TextDecoder().decode(unpack(fromText(element?.textContent ?? "")))) as Parts;
element?.remove();
const style = new CSSStyleSheet();
style.replaceSync(parts.style);
document.adoptedStyleSheets.push(style);
(globalThis as { topographWorker?: string }).topographWorker = parts.worker;
const script = document.createElement("script");
script.type = "module";
// The page's policy names the digest of this very text.
script.textContent = parts.page;
document.body.append(script);
