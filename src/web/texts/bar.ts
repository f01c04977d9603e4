import { plural } from "../../view/numbers.ts";

/** The words around the map: the bar, the tools, help, and what screen readers hear. */
export const barTexts = {
  bar: {
    open: "Open",
    openHint: "Open papers, a saved map or a demo",
    titleHint: "Click to write another title",
    mapTitle: "Title",
    mapSubtitle: "Subtitle",
    shape: "Shape",
    shapeHint: "Shape the map",
    save: "Save",
    saveFailed: "It could not be saved:",
    /** Files, each with what it is for. */
    formats: {
      map: ["Map (.json)", "opens here again, exactly as it is"],
      html: ["One page (.html)", "for a talk or a colleague: opens anywhere, with the tour"],
      slides: ["Slides (.pptx)", "for PowerPoint: one a stop of the tour, to be edited"],
      gexf: ["Graph (.gexf)", "for Gephi, with colours and positions"],
      graphml: ["Graph (.graphml)", "for networkx, igraph, yEd"],
      vosviewer: ["VOSviewer (.json)", "for VOSviewer Online and VOSviewer"],
      cyjs: ["Graph (.cyjs)", "for Cytoscape"],
      ris: ["RIS", "for Zotero, EndNote, Mendeley"],
      bibtex: ["BibTeX", "for LaTeX and JabRef"],
      csv: ["CSV", "for spreadsheets"],
    },
    selectionTitle: (papers: number) => `${plural(papers, "paper")} as a reading list`,
    selectionHint: "what is selected, else what is shown",
    copyLink: "Copy a link to this view",
    linkCopied: "Link copied: it opens this view.",
    copyFailed: "The browser did not allow copying. The address bar holds the link.",
    light: "Use the light theme",
    dark: "Use the dark theme",
    help: "Keys and help",
    more: "More",
    report: "What was read",
  },

  tools: {
    label: "Map tools",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    home: "Show the whole map",
    backToMap: "Back to the map",
    lasso: "Select with a lasso",
    reading: {
      flat: "A dot is a paper, a colour a topic. Near means similar. Click a line or a band to see why.",
      relief: "A dot is a paper, a colour a topic. Near means similar; hills stand where papers are many.",
    },
    lassoActive: "Draw around papers. Esc ends it.",
    look: "Look",
    looks: { flat: "Flat", relief: "Relief" },
    sizeBy: "Size of the dots",
    sizes: {
      score: "Central",
      degree: "Links",
      citations: "Cited",
      year: "Recent",
      weightedDegree: "Weight of links",
      pageRank: "PageRank",
      betweenness: "Betweenness",
      clustering: "Clustering",
    },
  },

  measures: {
    title: "In the graph",
    ask: "Measure the graph",
    hint: "degree, PageRank, betweenness, clustering coefficient",
    busy: "Measuring the graph…",
    done: "The graph is measured: its papers’ cards say how.",
    failed: "The graph was not measured.",
    names: {
      degree: "linked papers",
      weightedDegree: "weight of the links",
      pageRank: "PageRank",
      betweenness: "betweenness",
      clustering: "clustering coefficient",
      component: "component",
    },
  },

  help: {
    title: "Keys",
    close: "Close",
    keys: [
      ["/", "search"],
      ["Tab  Enter", "walk the topics, open one"],
      ["← ↑ → ↓", "move the map; among citations ← and → step along the main path"],
      ["+  −", "zoom in and out"],
      ["0", "show the whole map"],
      ["N  P", "next and previous linked paper"],
      ["W", "why is it linked"],
      ["S", "star the paper"],
      ["I  E  M  U", "screen the paper: include, exclude, maybe, unseen"],
      ["L", "select with a lasso"],
      ["C", "who cites whom, and back"],
      ["B", "the papers in view as a table"],
      ["T", "the tour, to make and present"],
      ["D", "light or dark"],
      ["Esc", "close, clear, step back"],
      ["?", "this help"],
    ] as const,
    reading: [
      "A dot is a paper: the larger, the more central. Its colour is its topic.",
      "Near means similar. A line is a link, a band the links between two topics: the wider, the more. Click one to see why it is there.",
      "Shift-click or the lasso selects papers; Save turns them into a reading list.",
    ],
  },

  live: {
    paper: (title: string, topic: string, links: number) =>
      `${title}. Topic ${topic}. ${plural(links, "link")}.`,
    topic: (name: string, papers: number) => `Topic ${name}, ${plural(papers, "paper")}.`,
    link: (a: string, b: string) => `Link between ${a} and ${b}.`,
    map: (title: string, papers: number, topics: number) =>
      `Map ready: ${title}, ${plural(papers, "paper")} in ${plural(topics, "topic")}.`,
    theme: (dark: boolean) => (dark ? "Dark theme" : "Light theme"),
    cleared: "Filters cleared",
  },

  skip: "Skip the map, go to the list",
} as const;
