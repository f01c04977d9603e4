import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages, one, read, said, titles } from "./reading.ts";

const ABSTRACTS = [
  "We study bottleneck blocks with attention. The results on three benchmarks improve by two points over the baselines, with fewer parameters and less time than before.",
  "Pruning removes channels that matter little. We show that a simple rule suffices, and that networks pruned by it keep their accuracy on large collections of images.",
  "Graphs of papers are hard to read. We lay them out by topic first and by paper second, so that neighbours on the map are neighbours in what they are about.",
  "Rivers carry sediment to the sea. We measure how much of it stays behind dams, and what the coast loses, with forty years of gauges from nine large basins.",
];
const TITLES = [
  "Bottleneck attention in vision",
  "Channel pruning made simple",
  "Maps of the literature",
  "Sediment behind dams",
];
const listing = (titles = TITLES) => titles.flatMap((title, i) => [title, ABSTRACTS[i]]).join("\n");

describe("a listing pasted from a page", () => {
  it("the demo collection: 144 papers below two banner lines and a glued button", async () => {
    const collection = await read(readFileSync("data/resnet_papers_page.txt"), "page.txt");
    expect(collection.papers.length).toBe(144);
    expect(collection.papers[0].title).toBe("Bottleneck Transformers for Visual Recognition");
    // Two versions of one work share all but a few words of the abstract, and stay two papers.
    expect(titles(collection)).toEqual(
      expect.arrayContaining([
        "Pruning Very Deep Neural Network Channels for Efficient Inference",
        "Channel Pruning for Accelerating Very Deep Neural Networks",
      ]),
    );
    expect(collection.merged).toBe(0);
    expect(collection.papers.every((p) => p.abstract.length > 100)).toBe(true);
  });

  it.each([
    ["Subscribe", "SubscribeBottleneck attention in vision"],
    ["Sign in", "Sign inBottleneck attention in vision"],
    ["Read more", "Read moreBottleneck attention in vision"],
    ["Abonnieren", "AbonnierenBottleneck attention in vision"],
    ["Vote", "VoteBottleneck attention in vision"],
  ])("takes the label %s off the first title", async (_label, glued) => {
    const page = `Get the best papers in your inbox!\n${listing([glued, ...TITLES.slice(1)])}`;
    expect(titles(await read(page))).toEqual(TITLES);
  });

  it.each([
    "DenseNet revisited in depth",
    "ShareGPT4V: better captions",
    "SaveNet and its kin",
    "OpenAI Gym revisited",
  ])("leaves the name in %s whole", async (title) => {
    const text = `${title}\n${title.split(" ")[0].replace(":", "")} is a network that we look at again. ${ABSTRACTS[0]}\n${listing(TITLES.slice(1))}`;
    expect(titles(await read(text))[0]).toBe(title);
  });

  it("takes off a label that every title bears", async () => {
    expect(titles(await read(listing(TITLES.map((title) => `PDF${title}`))))).toEqual(TITLES);
  });

  it("leaves out the page around the papers, and says so", async () => {
    const collection = await read(
      `Trending Papers\nBrowse the latest papers and sign up for our newsletter\n${listing()}\nLoad more`,
    );
    expect(titles(collection)).toEqual(TITLES);
    expect(messages(collection)[0]).toMatch(/line 1: .*left out/);
  });

  it("reads authors, dates and links between title and abstract", async () => {
    const page = TITLES.map(
      (title, i) =>
        `${title}\nMette Larsen, Chidi Okafor\nPublished on Mar 3, 2021\nhttps://doi.org/10.1234/x.${i}\n${ABSTRACTS[i]}`,
    ).join("\n");
    const { papers } = await read(page);
    expect(papers[1]).toMatchObject({
      title: TITLES[1],
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2021,
      doi: "10.1234/x.1",
      abstract: ABSTRACTS[1],
    });
  });

  it("knows papers between blank lines", async () => {
    const { papers } = await read(
      "Title one\nAbstract one, line one.\nAbstract one, line two.\n\n\nTitle two\nAbstract two.\n",
    );
    expect(papers.map((p) => [p.title, p.abstract])).toEqual([
      ["Title one", "Abstract one, line one. Abstract one, line two."],
      ["Title two", "Abstract two."],
    ]);
  });

  it("knows numbered lists, with and without abstracts", async () => {
    expect(titles(await read(TITLES.map((title, i) => `${i + 1}. ${title}`).join("\n")))).toEqual(TITLES);
    expect(
      (await read(TITLES.map((title, i) => `[${i + 1}] ${title}\n${ABSTRACTS[i]}`).join("\n"))).papers[3],
    ).toMatchObject({
      title: TITLES[3],
      abstract: ABSTRACTS[3],
    });
  });

  it("takes lines that are all short for titles", async () => {
    expect(
      titles(await read("River deltas under stress\nBird song and city noise\nSoil fungi in old forests\n")),
    ).toHaveLength(3);
  });

  it("keeps a title that lost its abstract, with its line", async () => {
    const collection = await read(
      "First title\nFirst abstract about rivers in the north.\nSecond title\nSecond abstract about birds and songs.\nThird title\n",
    );
    expect(titles(collection)).toEqual(["First title", "Second title", "Third title"]);
    expect(messages(collection)).toEqual([expect.stringMatching(/line 5: .*without an abstract/)]);
  });

  it("keeps papers that share an abstract apart", async () => {
    const page = `${TITLES[0]}\n${ABSTRACTS[1]}\n${TITLES[1]}\n${ABSTRACTS[1]}\n${listing(TITLES.slice(2))}`;
    expect((await read(page)).papers).toHaveLength(4);
  });

  it("is one paper when it is one line", async () => {
    expect((await one("Just one line of text")).title).toBe("Just one line of text");
  });

  it("refuses what is no text", async () => {
    for (const [content, reason] of [
      ["", /empty/],
      ["<!doctype html><html>", /HTML/],
      ["%PDF-1.4 x", /PDF/],
      ["42", /[Ee]xpected/],
      ["\0".repeat(99), /binary/],
    ] as const)
      expect((await read(content)).files[0].refusal).toMatch(reason);
  });

  it("says how many lines of the page it left out, and shows three of them", async () => {
    const told = async (furniture: string) => messages(await read(`${furniture}\n${listing()}`))[0];
    expect(await told("Get the best papers in your inbox!")).toBe(
      "line 1: : 1 line of the page around the papers left out: “Get the best papers in your inbox!”",
    );
    expect(await told("Home\nSearch\nMenu")).toContain(
      "3 lines of the page around the papers left out: “Home”, “Search”, “Menu”",
    );
    expect(await told("\nHome\nSearch\nMenu\nLogin")).toMatch(
      /^line 2: : 4 lines .*: “Home”, “Search”, “Menu” …$/,
    );
    expect(await told("Sign up ".repeat(10))).toBe(
      `line 1: : 1 line of the page around the papers left out: “${"Sign up ".repeat(8).slice(0, 60)}”`,
    );
  });
  it("says which label it took off", async () => {
    expect(
      messages(
        await read(`Home\n${listing(["SubscribeBottleneck attention in vision", ...TITLES.slice(1)])}`),
      ),
    ).toEqual([
      "line 1: : 1 line of the page around the papers left out: “Home”",
      "line 2: : the label “Subscribe” of a button was glued to the title; removed",
    ]);
    expect(messages(await read(listing(TITLES.map((title) => `PDF ${title}`.replace(" ", "")))))).toEqual([
      "line 1: : the label “PDF” of a button was glued to the title; removed",
    ]);
  });
  it("tells of five titles without an abstract, not of more", async () => {
    const page = `${listing()}\n${["One of six", "Two of six", "Three of six", "Four of six", "Five of six", "Six of them all"].join("\n")}`;
    const collection = await read(page);
    expect(titles(collection)).toEqual([
      ...TITLES,
      "One of six",
      "Two of six",
      "Three of six",
      "Four of six",
      "Five of six",
      "Six of them all",
    ]);
    expect(messages(collection)).toEqual(
      [9, 10, 11, 12, 13].map(
        (line, i) =>
          `line ${line}: ${["One", "Two", "Three", "Four", "Five"][i]} of six: a title without an abstract after it; kept without abstract`,
      ),
    );
  });
  it("takes the first sentence of a text without a title for one", async () => {
    const collection = await read(`${ABSTRACTS[0]}\n${TITLES[1]}\n${ABSTRACTS[1]}`);
    expect(collection.papers.map(({ title, abstract }) => [title, abstract])).toEqual([
      ["We study bottleneck blocks with attention", ABSTRACTS[0]],
      [TITLES[1], ABSTRACTS[1]],
    ]);
    expect(messages(collection)).toEqual([
      "line 1: : a text without a title before it; its first sentence was taken for the title",
    ]);
  });
  it("reads who, when and where of each paper", async () => {
    const page = [
      "1. Rivers\nAuthors:  Mette Larsen and Chidi Okafor\nhttps://example.org/1\n10.1000/182\n2019",
      "2. Lakes\nby Ann Roe\nhttps://doi.org/10.1000/183",
      "3. Ponds\nSubmitted on May 3, 2018",
    ].join("\n");
    expect((await read(page)).papers.map(said)).toEqual([
      {
        id: "10.1000/182",
        title: "Rivers",
        authors: ["Mette Larsen", "Chidi Okafor"],
        doi: "10.1000/182",
        url: "https://example.org/1",
      },
      {
        id: "10.1000/183",
        title: "Lakes",
        authors: ["Ann Roe"],
        doi: "10.1000/183",
        url: "https://doi.org/10.1000/183",
      },
      { id: "3", title: "Ponds", year: 2018 },
    ]);
  });
  it("passes over lines without words, and joins blanks", async () => {
    expect(titles(await read("- - -\n1. One\u200b \t of two\n42\n-----\n2. Two\n"))).toEqual([
      "One of two",
      "Two",
    ]);
  });

  it("goes on after what it cannot use", async () => {
    const long = `${"A long title of rivers and their gauges ".repeat(11)}`.trim();
    const { papers } = await read(`1. ${long}\n2. ${long}. It ends\nText of the second.\n3. Short`);
    expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
      // 440 letters without a sentence: the first 200, and all of it as the abstract.
      [long.slice(0, 200).trim(), long],
      [long.slice(0, 200).trim(), "Text of the second."],
      ["Short", ""],
    ]);
    const first = `The first sentence is the title. ${"And more of it ".repeat(30)}`.trim();
    expect(
      (await read(`1. ${first}\n2. Short`)).papers.map(({ title, abstract }) => [title, abstract]),
    ).toEqual([
      ["The first sentence is the title", first],
      ["Short", ""],
    ]);
  });
  it("names what it tells of", async () => {
    expect(messages(await read("1. One\nPublished 20x8\n2. Two\nby the river"))).toEqual([]);
    expect(messages(await read("\nhttps://example.org/1\n10.1000/182"))).toEqual([
      expect.stringMatching(/^line 2: : found nothing but links, expected titles/),
      expect.stringContaining("no papers could be read"),
    ]);
  });
});
