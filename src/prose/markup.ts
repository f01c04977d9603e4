import { decodeEntities } from "./entities.ts";

const INLINE =
  "i b u s em img abstracttext strong sub sup small big tt code span font a italic bold bolditalic inf sc scp underline monospace roman strike del ins " +
  "named-content ext-link xref styled-content email uri inline-formula alternatives math tex-math mrow mi mn mo msup msub msubsup mfrac msqrt mroot mtext mspace mover " +
  "munder munderover mstyle mfenced mpadded mphantom mtable mtr mtd semantics annotation mmultiscripts mprescripts none menclose";
const BLOCK =
  "p br div li ul ol h1 h2 h3 h4 h5 h6 hr sec title list list-item label table tbody thead tr td th disp-formula disp-quote abstract section html body blockquote pre dl dt dd break";
const SPACE_FOR = new Map<string, string>([
  ...INLINE.split(" ").map((name) => [name, ""] as const),
  ...BLOCK.split(" ").map((name) => [name, " "] as const),
]);

const TAG = /<(\/?)(?:[a-z]{1,8}:)?([a-z][a-z0-9-]{0,20})(?:\s[^<>]{0,4000})?\s?\/?>/gi;
/** Elements whose text repeats what is said beside them. */
const DROPPED = /<((?:[a-z]{1,8}:)?(?:annotation|tex-math|script|style))\b[^<>]{0,400}>[^<]{0,5000}<\/\1>/gi;

/**
 * HTML, JATS and MathML to text: known tags go (block ones leave a blank), character references become characters.
 * What only looks like a tag ("x<y and z>w") stays.
 */
export function stripMarkup(text: string): string {
  let out = text.includes("<") ? stripTags(text) : text;
  if (!out.includes("&")) return out;
  // Twice: "&amp;lt;i&amp;gt;" is an <i> that went through two services.
  for (let pass = 0; pass < 2 && out.includes("&"); pass++) out = decodeEntities(out);
  if (out.includes("<")) out = stripTags(out);
  return out;
}

function stripTags(text: string): string {
  const closed = new Set(Array.from(text.matchAll(CLOSING), (match) => match[1].toLowerCase()));
  const plain = text.includes("<!") ? unwrapCdata(text).replace(/<!--[^>]{0,2000}-->/g, "") : text;
  return plain.replace(DROPPED, "").replace(TAG, (all, _close, name: string) => {
    const tag = name.toLowerCase();
    const stands = SPACE_FOR.get(tag);
    // "<b>" that nothing closes is not markup but text.
    return stands === undefined || (stands === "" && !closed.has(tag) && !all.endsWith("/>")) ? all : stands;
  });
}

const CLOSING = /<\/(?:[a-z]{1,8}:)?([a-z][a-z0-9-]{0,20})/gi;

/** The text of CDATA sections without what marks them; one that does not close stays. */
function unwrapCdata(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
    const close = text.indexOf("]]>", open);
    if (close < 0) break;
    parts.push(text.slice(at, open), text.slice(open + OPEN.length, close));
    at = close + 3;
  }
  return parts.join("") + text.slice(at);
}

const OPEN = "<![CDATA[";
