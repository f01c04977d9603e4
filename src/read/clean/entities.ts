/** Named character references that turn up in exports, as `name` + character (HTML standard). */
const TABLE =
  "amp& lt< gt> quot\" apos' nbsp\u00a0 iexcl¡ cent¢ pound£ yen¥ sect§ uml¨ copy© laquo« raquo» reg® deg° plusmn± micro\u00b5 middot· frac12½ frac14¼ " +
  "iquest¿ Agrave\u00c0 Aacute\u00c1 Acirc\u00c2 Atilde\u00c3 Auml\u00c4 Aring\u00c5 AElig\u00c6 Ccedil\u00c7 Egrave\u00c8 Eacute\u00c9 Ecirc\u00ca Euml\u00cb Igrave\u00cc Iacute\u00cd Icirc\u00ce Iuml\u00cf " +
  "Ntilde\u00d1 Ograve\u00d2 Oacute\u00d3 Ocirc\u00d4 Otilde\u00d5 Ouml\u00d6 times× Oslash\u00d8 Ugrave\u00d9 Uacute\u00da Ucirc\u00db Uuml\u00dc Yacute\u00dd szlig\u00df agrave\u00e0 aacute\u00e1 acirc\u00e2 " +
  "atilde\u00e3 auml\u00e4 aring\u00e5 aelig\u00e6 ccedil\u00e7 egrave\u00e8 eacute\u00e9 ecirc\u00ea euml\u00eb igrave\u00ec iacute\u00ed icirc\u00ee iuml\u00ef eth\u00f0 ntilde\u00f1 ograve\u00f2 oacute\u00f3 ocirc\u00f4 otilde\u00f5 " +
  "ouml\u00f6 divide÷ oslash\u00f8 ugrave\u00f9 uacute\u00fa ucirc\u00fb uuml\u00fc yacute\u00fd yuml\u00ff OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Zcaron\u017d zcaron\u017e Ccaron\u010c ccaron\u010d Cacute\u0106 cacute\u0107 " +
  "Alpha\u0391 Beta\u0392 Gamma\u0393 Delta\u0394 Theta\u0398 Lambda\u039b Xi\u039e Pi\u03a0 Sigma\u03a3 Phi\u03a6 Psi\u03a8 Omega\u03a9 alpha\u03b1 beta\u03b2 gamma\u03b3 delta\u03b4 epsilon\u03b5 zeta\u03b6 eta\u03b7 " +
  "theta\u03b8 iota\u03b9 kappa\u03ba lambda\u03bb mu\u03bc nu\u03bd xi\u03be omicron\u03bf pi\u03c0 rho\u03c1 sigma\u03c3 sigmaf\u03c2 tau\u03c4 upsilon\u03c5 phi\u03c6 chi\u03c7 psi\u03c8 omega\u03c9 ensp\u2002 " +
  "emsp\u2003 thinsp\u2009 ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” sbquo‚ bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ " +
  "larr← uarr↑ rarr→ darr↓ harr↔ part∂ sum∑ minus− radic√ prop∝ infin∞ cap∩ cup∪ int∫ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃ isin∈ forall∀ exist∃ empty∅ nabla∇ sdot⋅";

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
      if (name !== undefined) return NAMED.get(name) ?? all;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : all;
    },
  );
}
