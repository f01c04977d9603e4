import { describe, expect, it } from "vitest";
import { commonLabel, gluedLabel } from "../../src/read/text/glue.ts";
import type { Line } from "../../src/read/text/line.ts";
import { findStructure } from "../../src/read/text/structure.ts";

describe("the label of a button glued to a title", () => {
  /** [title, the page without it, whether furniture stands before it, label] */
  it.each([
    ["SubscribeRiver gauges", "rivers are long", false, "Subscribe"],
    ["Sign inRiver gauges", "rivers are long", false, "Sign in"],
    ["SIGNINRiver gauges", "", false, "SIGNIN"],
    ["Download“Rivers” and more", "", false, "Download"],
    ["Download12 rivers", "", false, "Download"],
    ["DownloadΡεύματα", "", false, "Download"],
    ["Subscribe to rivers", "", false, ""],
    ["A SubscribeRiver gauges", "", false, ""],
    // A name is used again.
    ["SubscribeNet: river gauges", "we present subscribenet, a net", false, ""],
    ["ShareGPT4V: better captions", "sharegpt4v is a set of captions", true, ""],
    // Less sure labels: other furniture before it, and a word behind it that the page knows.
    ["ShareRiver gauges", "river gauges are few", true, "Share"],
    ["ShareRiver gauges", "river gauges are few", false, ""],
    ["ShareRiver gauges", "lakes are deep", true, ""],
    ["ShareOf gauges", "of lakes", true, ""],
    ["ShareNew gauges", "new lakes", true, "Share"],
    ["Share: gauges", "share gauges", true, ""],
    ["ShareNet.;: gauges", "our sharenet of gauges", true, ""],
    ["Share“New” gauges", "new lakes", true, ""],
    // A label that is not known.
    ["DiscoverRiver gauges", "river gauges are few", true, "Discover"],
    ["DiscoverRiver", "river gauges are few", true, "Discover"],
    ["DiscoverRiver", "river gauges are few", false, ""],
    ["My DiscoverRiver gauges", "river gauges are few", true, ""],
    ["DiscoverRiver-gauges", "rivers", true, "Discover"],
    ["AskRiver gauges", "river gauges are few", true, ""],
    ["River gauges", "river gauges are few", true, ""],
    ["DiscoverRiver42 gauges", "river gauges are few", true, ""],
  ])("of %j in a page of %j (furniture: %s) is %j", (title, page, furniture, label) => {
    expect(gluedLabel(title, page, furniture)).toBe(label);
  });
  it.each([
    [["PDFRivers", "PDFLakes", "PDFPonds", "PDFSprings"], "PDF"],
    [["PDFRivers", "PDFLakes", "PDFPonds", "Springs", "Wells"], "PDF"],
    [["PDFRivers", "PDFLakes", "CodePonds", "Springs", "Wells"], ""],
    [["PDFRivers", "PDFLakes", "PDFPonds"], ""],
    [["Rivers", "Lakes", "Ponds", "Springs"], ""],
  ])("of most of %j is %j", (titles, label) => {
    expect(commonLabel(titles)).toBe(label);
  });
});

describe("how a page lists its papers", () => {
  const lines = (text: string): Line[] => {
    const out: Line[] = [];
    let gap = false;
    for (const [i, line] of text.split("\n").entries()) {
      if (line !== "") out.push({ text: line, number: i + 1, gap });
      gap = line === "";
    }
    return out;
  };
  /** Each paper as "title (details) | abstract". */
  const found = (text: string) => {
    const { kind, groups, furniture } = findStructure(lines(text));
    const texts = (some: readonly Line[]) => some.map((line) => line.text).join(" / ");
    return {
      kind,
      papers: groups.map(({ title, details, abstract }) =>
        [
          title?.text ?? "–",
          details.length > 0 ? ` (${texts(details)})` : "",
          abstract.length > 0 ? ` | ${texts(abstract)}` : "",
        ].join(""),
      ),
      ...(furniture.length > 0 ? { furniture: texts(furniture) } : {}),
    };
  };
  const PROSE = "We count the gauges of all rivers. They are few, and far between, as all of us know well.";

  it.each([
    ["1. One\nText.\n2. Two\n2021\nMore text.", ["One | Text.", "Two (2021) | More text."]],
    ["[1] One\n[2] Two\n[5] Five", ["One", "Two", "Five"]],
    ["(1) One\n(2) Two", ["One", "Two"]],
    ["0) Zero\n1) One", ["Zero", "One"]],
    ["1: One\n2: Two", ["One", "Two"]],
    // A number out of order is text.
    ["1. One\n7. of them\n2. Two", ["One | 7. of them", "Two"]],
    ["1. One\n2. Two\n1. of them\n3. Three", ["One", "Two | 1. of them", "Three"]],
    // Lists that were joined begin again.
    ["1. One\n2. Two\n\n1. Three\n2. Four", ["One", "Two", "Three", "Four"]],
    ["- One\n- Two\ntext", ["One", "Two | text"]],
    ["• One\n• Two", ["One", "Two"]],
  ])("numbered: %j", (text, papers) => {
    expect(found(text)).toEqual({ kind: "numbered", papers });
  });
  it("leaves out what stands above a numbered list", () => {
    expect(found("My list\nof papers\n1. One\n2. Two")).toEqual({
      kind: "numbered",
      papers: ["One", "Two"],
      furniture: "My list / of papers",
    });
  });
  it.each([
    // Not numbered, or not from the beginning.
    ["2. Two\n3. Three"],
    ["1. One\nTwo"],
    ["1.One\n2.Two"],
    ["- One\na\nb\nc\nd\ne\n- Two"],
    ["see 1. One\nsee 2. Two"],
  ])("not numbered: %j", (text) => {
    expect(found(text).kind).not.toBe("numbered");
  });

  it.each([
    ["One\nText.\n\nTwo\nMore text.\nAnd more.", ["One | Text.", "Two | More text. / And more."]],
    ["One\n2021\nText.\n\nTwo", ["One (2021) | Text.", "Two"]],
  ])("blocks: %j", (text, papers) => {
    expect(found(text)).toEqual({ kind: "blocks", papers });
  });
  it("leaves out blocks of labels", () => {
    expect(found("Home\n\nOne\nText.\n\nNext\nShare\n\nTwo\nText.\n\nThree\nText.")).toEqual({
      kind: "blocks",
      papers: ["One | Text.", "Two | Text.", "Three | Text."],
      furniture: "Home / Next / Share",
    });
    expect(found("One\nText.\n\nNext\nShare\nHome").papers).toEqual(["One | Text.", "Next | Share / Home"]);
  });
  it.each([["One\nText."], ["One\n\nTwo\n\nThree\nText."], [`${"a b\n".repeat(21)}\nOne\nText.`]])(
    "not blocks: %j",
    (text) => {
      expect(found(text).kind).not.toBe("blocks");
    },
  );

  it("alternating: texts, and the short lines before each", () => {
    expect(found(`One\n${PROSE}\nTwo\n${PROSE}`)).toEqual({
      kind: "alternating",
      papers: [`One | ${PROSE}`, `Two | ${PROSE}`],
    });
    expect(found(`One\n2021\n${PROSE}\n${PROSE}\nTwo\n2022\n${PROSE}`)).toEqual({
      kind: "alternating",
      papers: [`One (2021) | ${PROSE} / ${PROSE}`, `Two (2022) | ${PROSE}`],
    });
  });
  it("alternating: details in any number, and titles that lost their text", () => {
    expect(found(`One\n${PROSE}\nTwo\n2021\n12\n${PROSE}\nThree\nFour\n${PROSE}\nFive`)).toEqual({
      kind: "alternating",
      papers: [`One | ${PROSE}`, `Two (2021 / 12) | ${PROSE}`, "Three", `Four | ${PROSE}`, "Five"],
    });
  });
  it("alternating: a text without a title", () => {
    expect(found(`${PROSE}\nTwo\n${PROSE}`).papers).toEqual([`– | ${PROSE}`, `Two | ${PROSE}`]);
  });
  it("alternating: labels, banners and what is said again and again are no papers", () => {
    const page = `Trending papers\nGet the best papers of the week\nGet the best papers of the month\nOne of them\n${PROSE}\nSave\nTwo of them\n${PROSE}\nThree of them\n${PROSE}`;
    expect(found(page)).toEqual({
      kind: "alternating",
      papers: [`One of them | ${PROSE}`, `Two of them | ${PROSE}`, `Three of them | ${PROSE}`],
      furniture:
        "Trending papers / Get the best papers of the week / Get the best papers of the month / Save",
    });
    const again = `One\nRivers today\n${PROSE}\nTwo\nRivers today\n${PROSE}\nThree\nRivers today\n${PROSE}`;
    expect(found(again)).toEqual({
      kind: "alternating",
      papers: [`One | ${PROSE}`, `Two | ${PROSE}`, `Three | ${PROSE}`],
      furniture: "Rivers today / Rivers today / Rivers today",
    });
  });
  it("alternating: every second line a sentence", () => {
    expect(found("One\nRivers are long.\nTwo\nLakes are deep!\nThree\nPonds are small…")).toEqual({
      kind: "alternating",
      papers: ["One | Rivers are long.", "Two | Lakes are deep!", "Three | Ponds are small…"],
    });
  });
  it.each([
    ["of 300 letters", `${"rivers ".repeat(42)}rivers`],
    ["of 28 words with an end", `${"of ".repeat(27)}it.`],
    ["of 28 words with an end in quotes", `${"of ".repeat(27)}it.”`],
    ["of 28 words with a sentence in it", `Of it. We ${"of ".repeat(24)}it`],
    ["of 14 words with two sentences", `Of it. We ${"of ".repeat(10)}it!`],
  ])("a text is a line %s", (_, line) => {
    expect(found(`One\n${line.trim()}\nTwo\n${PROSE}`).papers[0]).toBe(`One | ${line.trim()}`);
  });
  it.each([
    ["of 299 letters", `${"rivers ".repeat(42)}river`],
    ["of 27 words with an end", `${"of ".repeat(26)}it.`],
    ["of 28 words without an end", `${"of ".repeat(27)}it`],
    ["of 13 words with two sentences", `Of it. We ${"of ".repeat(9)}it!`],
    ["of 14 words without an end", `Of it. We ${"of ".repeat(10)}it`],
  ])("a title is a line %s", (_, line) => {
    expect(found(`${line}\n${PROSE}\nTwo\n${PROSE}`).papers[0]).toBe(`${line} | ${PROSE}`);
  });

  it("titles: lines that are all short, less the labels above and below them", () => {
    const page = "Home\nRivers\nLakes\nPonds\nShare\nSprings\nWells\nTarns\nNext";
    expect(found(page)).toEqual({
      kind: "titles",
      papers: ["Rivers", "Lakes", "Ponds", "Share", "Springs", "Wells", "Tarns"],
      furniture: "Home / Next",
    });
    expect(found("Home\nRivers")).toEqual({ kind: "titles", papers: ["Home", "Rivers"] });
    expect(found(PROSE)).toEqual({ kind: "titles", papers: [PROSE] });
  });
  it.each([
    // Not the longer ones; too few sentences; titles that are sentences.
    ["Rivers and lakes and ponds\nAre long.\nLakes of the far north\nAre deep."],
    ["One\nRivers are long and far\nTwo\nLakes are deep and cold"],
    ["One.\nRivers are long.\nTwo.\nLakes are deep."],
    ["One\nRivers are long.\nTwo\nLakes\nThree\nPonds"],
  ])("titles, not alternating: %j", (text) => {
    expect(found(text).kind).toBe("titles");
  });
});
