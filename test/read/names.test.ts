import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeNames,
  encodeNames,
  type Name,
  namesOf,
  nameText,
  packUnlessPlain,
  personOf,
} from "../../src/model/name.ts";
import { bibtexNames } from "../../src/read/bibtex/names.ts";
import { personName, readName, readPlainName, splitAuthors, surname } from "../../src/read/clean/names.ts";
import { read } from "./reading.ts";

/** The parts of one name as it is kept. */
const parts = (raw: string | Name): Name => {
  const { text, packed } = readName(raw);
  return namesOf({ authors: [text], names: [packed] })[0];
};

describe("a name from a source that prints it in one string", () => {
  it.each<[string, Name]>([
    ["Müller, José", { family: "Müller", given: "José" }],
    ["Smith JA", { family: "Smith", given: "JA" }],
    ["Ada King Lovelace", { family: "Lovelace", given: "Ada King" }],
    ["Pérez García, Juan", { family: "Pérez García", given: "Juan" }],
    ["King, Jr., Martin L.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["King, Martin L., Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["King Jr., Martin L.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["Martin L. King Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["Gates, William Henry III", { family: "Gates", given: "William Henry", suffix: "III" }],
    ["Berg, Jan A 3rd", { family: "Berg", given: "Jan A", suffix: "3rd" }],
    ["van der Waals, J. D.", { family: "Waals", given: "J. D.", particle: "van der" }],
    ["J. D. van der Waals", { family: "Waals", given: "J. D.", particle: "van der" }],
    ["Van Gogh, Vincent", { family: "Van Gogh", given: "Vincent" }],
    ["Charles de la Vallée Poussin", { family: "Vallée Poussin", given: "Charles", particle: "de la" }],
    ["van gogh, vincent", { family: "gogh", given: "vincent", particle: "van" }],
    ["BREVIK, I", { family: "Brevik", given: "I" }],
    ["王, 小明", { family: "王", given: "小明" }],
    ["王 小明", { family: "王", given: "小明" }],
    ["Peterson, James A. Ph.D., FACSM", { family: "Peterson", given: "James A." }],
    ["Gazic, Barbara MD, PhD", { family: "Gazic", given: "Barbara" }],
    ["Gazic, MD", { family: "Gazic", given: "MD" }],
    ["Medvedeff, Ann (a@ufl.edu)", { family: "Medvedeff", given: "Ann" }],
    ["author-1", { family: "author-1" }],
    ["Plato", { family: "Plato" }],
    ["World Health Organization", { literal: "World Health Organization" }],
    ["University of California, Berkeley", { literal: "University of California, Berkeley" }],
    ["Rivers and Lakes,", { literal: "Rivers and Lakes" }],
    ["Rivers,, Lakes and Sons", { literal: "Rivers, Lakes and Sons" }],
    ["The ATLAS Collaboration", { literal: "The ATLAS Collaboration" }],
  ])("%s", (raw, name) => expect(parts(raw)).toEqual(name));
});

describe("a name as people write it", () => {
  it.each([
    ["Müller, José", "José Müller"],
    ["Wang T.-H.", "T.-H. Wang"],
    ["King, Jr., Martin L.", "Martin L. King Jr."],
    ["van der Waals, J. D.", "J. D. van der Waals"],
    ["王, 小明", "王小明"],
    ["Flood, Eloise L. (57219859113)", "Eloise L. Flood"],
    ["World Health Organization", "World Health Organization"],
  ])("%s is %s", (raw, name) => expect(personName(raw)).toBe(name));
  it("holds a particle that ends in an apostrophe without a blank", () => {
    expect(nameText(personOf("Alembert", "Jean", "d’"))).toBe("Jean d’Alembert");
  });
  it("the surname is the same in every form", () => {
    for (const form of ["García Márquez, Gabriel", "Garcia Marquez G.", "Gabriel García Márquez"])
      expect(surname(personName(form))).toBe("marquez");
  });
});

describe("a string of several names", () => {
  it.each([
    ["Smith, J., Doe, A.", ["Smith, J.", "Doe, A."]],
    ["J. Smith, A. Doe and B. Roe", ["J. Smith", "A. Doe", "B. Roe"]],
    ["Smith, John", ["Smith, John"]],
    ["A. Hayashi; V. Sarkar", ["A. Hayashi", "V. Sarkar"]],
    ["Liu R., Adler D.G.", ["Liu R.", "Adler D.G."]],
    ["A One, B Two, et al.", ["A One", "B Two"]],
  ])("%s", (raw, names) => expect(splitAuthors(raw)).toEqual(names));
});

describe("the author field of BibTeX", () => {
  it.each<[string, readonly (string | Name)[]]>([
    ["Doe, Jane and Roe, Ann", ["Doe, Jane", "Roe, Ann"]],
    ["Doe, Jane AND\nRoe, Ann\nand others", ["Doe, Jane", "Roe, Ann"]],
    ["Sandy Brandt and Andy Land", ["Sandy Brandt", "Andy Land"]],
    ["and Doe and", ["and Doe and"]],
    ["{Rivers and Lakes} and Doe", [{ literal: "Rivers and Lakes" }, "Doe"]],
    ["{Barnes and Noble}", [{ literal: "Barnes and Noble" }]],
    ["{River and Lake, Inc.} and Doe", [{ literal: "River and Lake, Inc." }, "Doe"]],
    ["{The {ATLAS} Collaboration}", [{ literal: "The ATLAS Collaboration" }]],
    ["{Doe, Jane and Roe, Ann}", ["Doe, Jane", "Roe, Ann"]],
    ["{Jane Doe and Ann Roe and Al Poe}", ["Jane Doe", "Ann Roe", "Al Poe"]],
    ["{U.S. Food and Drug Administration}", [{ literal: "U.S. Food and Drug Administration" }]],
    ['{M{\\"u}ller and Roe} and Doe', [{ literal: "Müller and Roe" }, "Doe"]],
    ['M\\"uller and Roe', ["Müller", "Roe"]],
    ["Juan {Pérez García}", [{ family: "Pérez García", given: "Juan" }]],
    ["{Smith, Wesson} Inc., Jane", [{ family: "Smith, Wesson Inc.", given: "Jane" }]],
    ["Escaped \\{ brace and Roe", ["Escaped { brace", "Roe"]],
    ["Jane Doe; Ann Roe", ["Jane Doe", "Ann Roe"]],
    ["Jane Doe; Ann Roe and Al Poe", ["Jane Doe; Ann Roe", "Al Poe"]],
    ["family=Berg, given=Jan, prefix=van den", [{ family: "Berg", given: "Jan", particle: "van den" }]],
    ["family=Berg, given=Jan, suffix=Jr.", [{ family: "Berg", given: "Jan", suffix: "Jr." }]],
    ["family = {Plato}", [{ family: "Plato" }]],
    ['given={J. and R.}, family={M\\"u}ller and Doe', [{ family: "Müller", given: "J. and R." }, "Doe"]],
    ["", []],
  ])("%j", (field, people) => expect(bibtexNames(field)).toEqual(people));
});

it("two authors of one name are two", async () => {
  const { papers } = await read(
    "TY  - JOUR\nTI  - One\nAU  - Zhang, S\nAU  - Wang, H\nAU  - Zhang, S\nER  - ",
  );
  expect(papers[0].authors).toEqual(["S Zhang", "H Wang", "S Zhang"]);
});

describe("the authors of other formats", () => {
  it.each([
    [
      "CSL",
      JSON.stringify([
        {
          id: "a",
          type: "book",
          title: "One",
          issued: { raw: "2001" },
          author: [
            { family: "Gogh", given: "V.", "non-dropping-particle": "van", suffix: "III" },
            { given: "Plato" },
            { literal: "Barnes and Noble" },
          ],
        },
      ]),
      [
        { family: "Gogh", given: "V.", particle: "van", suffix: "III" },
        { family: "", given: "Plato" },
        { literal: "Barnes and Noble" },
      ],
    ],
    [
      "PubMed's books",
      "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><BookTitle>One</BookTitle><AuthorList><Author><LastName>Doe</LastName><ForeName>Jane</ForeName><Suffix>Jr</Suffix></Author><Author><CollectiveName>Rivers</CollectiveName></Author></AuthorList></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>",
      [{ family: "Doe", given: "Jane", suffix: "Jr" }, { literal: "Rivers" }],
    ],
    [
      "RIS with A1 beside AU, in their order",
      "TY  - JOUR\nTI  - One\nA1  - Doe, Jane\nAU  - Roe, Ann\nA1  - Poe, Al\nER  - ",
      [
        { family: "Doe", given: "Jane" },
        { family: "Roe", given: "Ann" },
        { family: "Poe", given: "Al" },
      ],
    ],
  ])("%s", async (_format, text, names) => {
    const { papers } = await read(text);
    expect(papers.map(namesOf)).toEqual([names]);
  });
});

/** Parts as they come out of files: no signs between parts, no blanks around. */
const word = fc.stringMatching(/^\p{Lu}?\p{Ll}{1,8}$/u);
const some = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const words = fc.array(word, { maxLength: 3 }).map((all) => all.join(" "));
const anyName: fc.Arbitrary<Name> = fc.oneof(
  fc
    .tuple(words, words, words, fc.constantFrom("", "Jr.", "III"))
    .map(([a, b, c, d]) => personOf(a, b, c, d)),
  some.map((literal) => ({ literal })),
);

describe("names in a map", () => {
  it("are kept whole, as strings of which most are empty", () => {
    fc.assert(
      fc.property(fc.array(anyName), (all) => {
        const authors = all.map(nameText);
        const names = all.map((name, i) => packUnlessPlain(name, authors[i]));
        expect(namesOf({ authors, names })).toEqual(all);
        const json = JSON.parse(JSON.stringify(encodeNames(names)));
        expect(namesOf({ authors, names: decodeNames(json, authors) ?? [] })).toEqual(all);
      }),
    );
  });
  it("that no longer fit an author are left out", () => {
    const item = { author: 0, family: "Pérez García", given: "Juan" };
    expect(decodeNames([item], ["Juan Pérez García"])).toEqual(["Pérez García\x1fJuan\x1f\x1f"]);
    expect(decodeNames([item], ["Jane Roe"])).toBeUndefined();
    expect(decodeNames([{ ...item, author: 7 }], ["Juan Pérez García"])).toBeUndefined();
  });
});

describe("names in which there is nothing to clean", () => {
  it.each([
    ["Lovelace, Ada", "Ada Lovelace"],
    ["Lovelace, Ada K.", "Ada K. Lovelace"],
    ["Lovelace, A. K.", "A. K. Lovelace"],
    ["Lovelace, AK", "AK Lovelace"],
    ["Lovelace A.K.", "A.K. Lovelace"],
    ["Lovelace-King A", "A Lovelace-King"],
    ["Ada Lovelace", "Ada Lovelace"],
  ])("%s", (raw, text) => expect(readPlainName(raw)).toEqual({ text, packed: "" }));

  it.each([
    "King, Jr",
    "King, III",
    "King II",
    "Society, American",
    "van Gogh, Vincent",
    "Unknown",
    "IBM, Inc.",
  ])("but not %s", (raw) => expect(readPlainName(raw)).toBeUndefined());

  it("are read as any other name is", () => {
    const word = fc.constantFrom(
      ..."Smith Iii Phd Md Jr King-Ames Society University And Others Anon Nan Al Abd J A. JA J.-P. II IV MD".split(
        " ",
      ),
    );
    const names = fc
      .array(fc.tuple(word, fc.constantFrom(" ", ", ", "-", " ")), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([w, gap], i) => (i < parts.length - 1 ? w + gap : w)).join(""));
    fc.assert(
      fc.property(names, (name) => {
        // Behind a blank it is none of the plain ones.
        const read = readName(` ${name}`);
        expect(readPlainName(name) ?? read).toEqual(read);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});
