/** Labels that copying a page may glue to the text after them: unmistakable ones, and ones that also begin names. */
const SURE =
  "subscribe|unsubscribe|sign ?in|sign ?up|log ?in|log ?out|register|read more|see more|show more|load more|view all|view pdf|view paper|get pdf|skip to (?:main )?content|download pdf|download|advertisement|bookmark|add to (?:list|cart|library|favorites)|s'abonner|abonnieren|anmelden|suscribirse|iniciar sesión|entrar|inscrever-se|abonneren|iscriviti|newsletter|upvote|buy now|try it free|get started|create alert|cookie settings|close|cancel";
const LIKELY =
  "share|save|follow|search|menu|home|next|previous|back|cite|export|print|copy|edit|like|join|filter|sort|new|open|view|more|pdf|html|abstract|code|paper|article|loading|login|help|about|submit|accept|contact|tweet|email";
const SURE_LABEL = new RegExp(`^(?:${SURE})(?=[\\p{Lu}\\p{N}“"‘(\\p{Script=Greek}])`, "iu");
const ANY_LABEL = new RegExp(`^(?:${SURE}|${LIKELY})(?=[\\p{Lu}\\p{N}“"‘(\\p{Script=Greek}])`, "iu");
const CAMEL = /^(\p{Lu}\p{Ll}{3,})(\p{Lu}\p{Ll}+)(?=[\s:,.-]|$)/u;

/**
 * The label of a button that copying glued to a title ("SubscribeBottleneck …", "Sign inDeep …"), or "".
 * A name ("DenseNet", "ShareGPT4V") is used again in the text; a title with a label glued to it never is.
 * @param page all text but this line, lower case
 * @param furniture whether other lines of furniture stand right before it
 */
export function gluedLabel(title: string, page: string, furniture: boolean): string {
  const known = (SURE_LABEL.exec(title) ?? ANY_LABEL.exec(title))?.[0] ?? "";
  const unknown = CAMEL.exec(title);
  const label = known !== "" ? known : furniture && unknown !== null ? unknown[1] : "";
  if (label === "") return "";
  const glued =
    /^\S+/
      .exec(title.slice(Math.max(0, label.lastIndexOf(" ") + 1)))?.[0]
      .replace(/[:,.;]+$/, "")
      .toLowerCase() ?? "";
  if (glued !== "" && page.includes(glued)) return "";
  if (SURE_LABEL.test(title)) return label;
  // Less sure: what is left must begin with a word that the page knows.
  const left = /^[\p{L}\p{N}]+/u.exec(title.slice(label.length))?.[0].toLowerCase() ?? "";
  return furniture && left.length >= 3 && page.includes(left) ? label : "";
}

/** The label glued to most of the titles of a page ("PDFDeep …", "PDFGraph …"), or "". */
export function commonLabel(titles: readonly string[]): string {
  if (titles.length < 4) return "";
  const counts = new Map<string, number>();
  for (const title of titles) {
    const label = ANY_LABEL.exec(title)?.[0];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  for (const [label, count] of counts) if (count >= titles.length * 0.6) return label;
  return "";
}
