import { type Measure, TYPE } from "./type.ts";

/** First character and advance widths, two base-36 digits each, in thousandths of the size; 00 where the font has none. */
type Range = readonly [first: number, widths: string];

/**
 * Advance widths of Inter, the font that ships with Topograph, for U+0020 to U+017F and U+0370 to U+045F. All painters
 * set text in it, so that a label takes the same place on the page, in a picture, and on the command line.
 */
const REGULAR: readonly Range[] = [
  [
    0x20,
    "7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9" +
      "hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie0000000000" +
      "000000000000000000000000000000000000000000000000000000007t80fvgzk5fa7ifsgfpecmg7ie00iidacoiecace8zga" +
      "gr807g8gdeg7manjoie7j6j6j6j6j6j6rmkagpgpgpgp7h7h7h7hkfkxl9l9l9l9l9iel9kokokokoivhoh4fmfmfmfmfmfmphfv" +
      "g7g7g7g76q6q6q6qg7gfgogogogogoiegogfgfgfgffmh0fmj6fmj6fmj6fmkafvkafvkafvkafvk2jqkfh0gpg7gpg7gpg7gpg7" +
      "gpg7kqh1kqh1kqh1kqh1kngflkgf7h6q7h6q7h6q7h6q7h6qnbdgfv6qiof9elfp6qfp6qfp9gfn9zgj6qkxgfkxgfkxgf00kxgf" +
      "l9gol9gol9gorxrshwaghwaghwaghueohueohueohueohy93hyaghy93kogfkogfkogfkogfkogfkogfrdmqivfmivhhfchhfchh" +
      "fc8q",
  ],
  [
    0x370,
    "000000007f7hkx0000007gfvfvfv8efv000000007iipj680kiogba00ny00oeo77nj6i6g3ixgphhknl97hioj6p3kxi8l9knhr" +
      "00j5hyivogiyogle7hivigexgf7ngfiggkfmg8exe5gfh97nelhugagbfjgogth0fthccygfk1ftlmmd7ngfgogfmdiohmhninnh" +
      "inj1msel00000000gheu000000000000000000000000000000000000k5hmfv6ql9cici0000kap300h0kakakagpgpndg3kahu" +
      "7h7hfvuxv9okiokxhgk2j6hyi6g3mrgpqoh6kxkxioksp3knl9knhrkahyhgn0iyk1jgqmr0mooji1kas7hwfmgifpc4h1g7midq" +
      "gfgff2fzlegcgogch0fvcyfmj3f6glg2mun9hwkgfjfvnffeg7g7gfc4fveo6q6q6qpoowgff2gffmgc",
  ],
];
const BOLD: readonly Range[] = [
  [
    0x20,
    "6l9efci1i7s8io9fahahfjiv9ad09aasiqbzhihyishai1g6i3i19a9jivivivfks8kriekkk2gvgbkukr7tg8jzfppwl6lfi0ll" +
      "i9i7ijkckrsukikbigahasahdjd8a5g5higchigkb2hkhb7j7jg47jpdhbh1hihibbfka6hbgonmg4gqfxd1acd1iv0000000000" +
      "000000000000000000000000000000000000000000000000000000006l9egchrl6fu9ffshbpecwiciv00iec7crivcsd4a5hg" +
      "gn9aa499dmicniohpkfkkrkrkrkrkrkrsekkgvgvgvgv7t7t7t7tl4l6lflflflflfivlfkckckckckbili9g5g5g5g5g5g5pagc" +
      "gkgkgkgk7j7j7j7jgnhbh1h1h1h1h1ivh1hbhbhbhbgqhigqkrg5krg5krg5kkgckkgckkgckkgck2kyl4higvgkgvgkgvgkgvgk" +
      "gvgkkuhkkuhkkuhkkuhkkrhbmfhb7t7j7t7j7t7j7t7j7t7jo1f2g87jjzg4gafp7jfp7jfpazg2chgt7jl6hbl6hbl6hb00l6hb" +
      "lfh1lfh1lfh1sargi9bbi9bbi9bbi7fki7fki7fki7fkija6ijc9ija6kchbkchbkchbkchbkchbkchbsunmkbgqkbigfxigfxig" +
      "fx9l",
  ],
  [
    0x370,
    "000000008485l600000086gcgcgc9jg8000000009hk1kr9am3pzd000pk00qopp8lkrieg7kngvigkrlf7tjzkrpwl6j4lfkri0" +
      "00j9ijkbotkioulq7tkbjafihb8lhajagxgogtfieuhbhf8lgaizhgh3fih1hrhigbi3e6ham6gqn2n58lhah1han5jzilikjppm" +
      "jpkuprga00000000glex000000000000000000000000000000000000l6ilgc7jlfdbdb0000kkpw00hikkkkkkgvgvnug7kki7" +
      "7t7tg8v2vaovjzl6jak7krhzieg7o4gvtohyl6l6jzkupwkrlfkri0kkijjan7kilbjorhs9n2piifkksyi9g5gxg1clidgko0ef" +
      "hbhbg7gsmkhah1h1higce6gqllg4i8gpnwooiumfgegdo3g2gkgkhbclgdfk7j7j7jq8pohbg7hbgqh1",
  ],
];

function widthOf(code: number, ranges: readonly Range[]): number {
  for (const [first, widths] of ranges) {
    const at = 2 * (code - first);
    if (at < 0 || at >= widths.length) continue;
    const width = Number.parseInt(widths.slice(at, at + 2), 36);
    if (width > 0) return width;
  }
  return otherWidth(code, ranges === BOLD);
}

/**
 * Scripts whose letters join or stack: their mean width in text, regular and bold, marks left out. Of Noto Sans, over the
 * titles and abstracts of test/fixtures/scripts.
 */
const SCRIPTS: readonly (readonly [first: number, last: number, regular: number, bold: number])[] = [
  [0x590, 0x5ff, 496, 528],
  [0x600, 0x8ff, 441, 488],
  [0x900, 0xdff, 487, 533],
  [0xe00, 0xeff, 544, 575],
];
const MARK = /\p{Mn}/u;

/** Width of a character beyond the tables: wide scripts a full em, marks nothing, others like a wide letter. */
function otherWidth(code: number, isBold: boolean): number {
  if (code < 0xa0 || (code >= 0x300 && code <= 0x36f)) return 0;
  if (code >= 0x2010 && code <= 0x2015) return code >= 0x2014 ? 1000 : 500;
  if (code === 0x2026) return 900;
  if (code >= 0x2018 && code <= 0x201f) return code <= 0x201b ? 290 : 490;
  if (code >= 0x1100 && (code <= 0x11ff || (code >= 0x2e80 && code <= 0xd7ff) || code >= 0xf900)) return 1000;
  const script = SCRIPTS.find(([first, last]) => code >= first && code <= last);
  if (!script) return 640;
  return MARK.test(String.fromCodePoint(code)) ? 0 : script[isBold ? 3 : 2];
}

/** Width in pixels of a text at a size in pixels and a weight. */
export type TextWidth = (text: string, size: number, weight: number) => number;

/** Width in pixels of a text at a size, regular or bold (600 and more), by the tables. */
export function textWidth(text: string, size: number, weight: number): number {
  const ranges = weight >= 600 ? BOLD : REGULAR;
  let sum = 0;
  for (const character of text) sum += widthOf(character.codePointAt(0) ?? 0, ranges);
  return (sum * size) / 1000;
}

/** Width in pixels of a text in one of the map's styles, by the tables; remembered, because frames ask again and again. */
export const tableMeasure: Measure = (text, style) => {
  const { size, weight } = TYPE[style];
  const key = `${size} ${weight} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    width = textWidth(text, size, weight);
    if (known.size > 20_000) known.clear();
    known.set(key, width);
  }
  return width;
};

/** Widths in the map's styles. */
export function measureBy(width: TextWidth): Measure {
  return (text, style) => width(text, TYPE[style].size, TYPE[style].weight);
}

const known = new Map<string, number>();
