/** Named character references that turn up in exports, as `name` + character (HTML standard), but letters with accents. */
const TABLE =
  "amp& lt< gt> quot\" apos' nbsp\u00a0 iexcl¡ cent¢ pound£ yen¥ sect§ uml¨ copy© laquo« raquo» reg® deg° plusmn± micro\u00b5 middot· frac12½ frac14¼ " +
  "iquest¿ AElig\u00c6 times× Oslash\u00d8 szlig\u00df aelig\u00e6 eth\u00f0 thorn\u00fe divide÷ oslash\u00f8 OElig\u0152 oelig\u0153 hyphen- " +
  "Alpha\u0391 Beta\u0392 Gamma\u0393 Delta\u0394 Theta\u0398 Lambda\u039b Xi\u039e Pi\u03a0 Sigma\u03a3 Phi\u03a6 Psi\u03a8 Omega\u03a9 alpha\u03b1 beta\u03b2 gamma\u03b3 delta\u03b4 epsilon\u03b5 zeta\u03b6 eta\u03b7 " +
  "theta\u03b8 iota\u03b9 kappa\u03ba lambda\u03bb mu\u03bc nu\u03bd xi\u03be omicron\u03bf pi\u03c0 rho\u03c1 sigma\u03c3 sigmaf\u03c2 tau\u03c4 upsilon\u03c5 phi\u03c6 chi\u03c7 psi\u03c8 omega\u03c9 ensp\u2002 " +
  "emsp\u2003 thinsp\u2009 ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” sbquo‚ bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ " +
  "larr← uarr↑ rarr→ darr↓ harr↔ part∂ sum∑ minus− radic√ prop∝ infin∞ cap∩ cup∪ int∫ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃ isin∈ forall∀ exist∃ empty∅ nabla∇ sdot⋅";

/** "eacute", "Scaron": a letter and the name of its accent. */
const ACCENTED = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/;
const ACCENTS = new Map([
  ["acute", "\u0301"],
  ["grave", "\u0300"],
  ["circ", "\u0302"],
  ["uml", "\u0308"],
  ["tilde", "\u0303"],
  ["cedil", "\u0327"],
  ["ring", "\u030a"],
  ["caron", "\u030c"],
]);

function named(name: string): string | undefined {
  const known = NAMED.get(name);
  if (known !== undefined) return known;
  const [, letter = "", accent = ""] = ACCENTED.exec(name) ?? [];
  const composed = (letter + (ACCENTS.get(accent) ?? "")).normalize("NFC");
  return composed.length === 1 ? composed : undefined;
}

const NAMED = new Map(
  TABLE.split(/ (?=[A-Za-z])/).map((entry) => {
    const name = /^[A-Za-z]+[0-9]*/.exec(entry)?.[0] ?? "";
    return [name, entry.slice(name.length)] as const;
  }),
);

/** Replaces `&name;`, `&#n;` and `&#xh;` by their characters; leaves what it does not know. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g,
    (all, dec, hex, name) => {
      if (name !== undefined) return named(name) ?? all;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : all;
    },
  );
}
