import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findDoi } from "../../src/model/doi.ts";

/** Real DOIs of many publishers and forms; each has to come out whole of everything it may stand in. */
const REAL = `
10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O
10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2
10.1002/(SICI)1099-1204(199607)9:4<295::AID-JNM240>3.0.CO;2-8
10.1002/(SICI)1520-6505(1998)6:6<205::AID-EVAN3>3.0.CO;2-9
10.1002/(SICI)1096-8644(1996)23+<1::AID-AJPA2>3.0.CO;2-X
10.1002/1096-8644(200008)112:4<575::AID-AJPA10>3.3.CO;2-S
10.1002/1521-3773(20021018)41:20<3825::AID-ANIE3825>3.0.CO;2-6
10.1002/1521-4052(200011)31:11<972::AID-MAWE972>3.0.CO;2-3
10.1002/1521-4095(200106)13:11<795::AID-ADMA795>3.0.CO;2-1
10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2
10.1175/1520-0477(1996)077<0437:TNYRP>2.0.CO;2
10.1175/1520-0493(1998)126<1719:ASITEK>2.0.CO;2
10.1130/0016-7606(1999)111<0895:ATSOTS>2.3.CO;2
10.1130/0091-7613(1991)019<0547:TNACOT>2.3.CO;2
10.1577/1548-8659(1996)125<0001:HSAFOJ>2.3.CO;2
10.1043/0003-9985(2000)124<0113:COTAPB>2.0.CO;2
10.1645/0022-3395(2000)086[0001:TSOPIT]2.0.CO;2
10.1641/0006-3568(2001)051[0933:TEOTWA]2.0.CO;2
10.1641/0006-3568(2000)050[0933:PFIBGC]2.0.CO;2
10.1890/0012-9658(2002)083[1421:SDEOLC]2.0.CO;2
10.1890/1051-0761(2003)013[0853:EOTMOF]2.0.CO;2
10.1890/0012-9615(1997)067[0345:NAATIA]2.0.CO;2
10.1579/0044-7447(2006)35[89:RDUICP]2.0.CO;2
10.1659/0276-4741(2002)022[0188:LUCITH]2.0.CO;2
10.1656/1092-6194(2004)11[261:TEOHOB]2.0.CO;2
10.1643/0045-8511(2000)2000[0001:MPOTFF]2.0.CO;2
10.1016/0304-8853(83)90097-5
10.1016/S0140-6736(05)67889-0
10.1016/s0895-7177(04)00026-3
10.1016/0191-2607(85)90024-x
10.1016/S0022-5371(72)80001-X
10.1016/0370-1573(94)00080-M
10.1016/j.cell.2011.02.013
10.1016/j.physrep.2009.11.002
10.1016/B978-0-12-374516-7.00003-0
10.1061/(ASCE)0733-9429(2005)131:9(749)
10.1061/(ASCE)HE.1943-5584.0000404
10.1061/40794(179)37
10.1207/s15327663jcp1001&2_08
10.1207/S15327663JCP1001&2_01
10.1023/A:1010933404324
10.1023/B:VISI.0000029664.99615.94
10.1023/B:JIMS.0000034112.00652.4c
10.1385/ABAB:98-100:1-9:781
10.1007/978-3-319-24574-4_28
10.1007/3-540-29838-X_1
10.1007/BF01941871
10.1007/s11263-015-0816-y
10.1038/nature14539
10.1038/231039a0
10.1038/s41586-021-03819-2
10.1126/science.aal4108
10.1073/pnas.0610772104
10.1109/5.771073
10.1109/CVPR.2016.90
10.1109/TPAMI.2013.50
10.1145/3290605.3300233
10.1145/1963405.1963487
10.1137/S0036144502417715
10.1103/PhysRevLett.77.3865
10.1103/RevModPhys.74.47
10.1063/1.445869
10.1088/1742-5468/2008/10/P10008
10.1088/0004-637X/722/2/1812
10.1051/0004-6361:20011345
10.1051/0004-6361/201321591
10.1093/mnras/stz2334
10.1093/bioinformatics/btp324
10.1093/nar/25.17.3389
10.1046/j.1365-2869.1999.0080s100i.x
10.1111/j.2517-6161.1995.tb02031.x
10.1111/j.0033-0124.1964.039_q.x
10.1111/1467-9868.00196
10.1080/01621459.1979.10481647
10.1198/016214506000000735
10.1214/aos/1176344136
10.1214/ss/1009213726
10.1086/281140
10.1068/p3271
10.1029/JB078i011p01753
10.1029/2001WR000862
10.1371/journal.pone.0000308
10.1371/journal.pmed.1000097
10.3389/fnins.2013.00012
10.3390/s20010001
10.7717/peerj.4375
10.7554/eLife.32822
10.1136/bmj.n71
10.1056/NEJMoa2034577
10.1001/jama.2013.281053
10.1101/gr.092759.109
10.1101/2020.01.01.892745
10.48550/arXiv.1706.03762
10.5281/zenodo.3509134
10.5061/dryad.234
10.18653/v1/N19-1423
10.1162/neco.1997.9.8.1735
10.1017/S0022112010001734
10.2307/2529310
10.1037/0033-295X.84.2.191
10.1590/S0102-69922005000100004
10.4000/books.editionsmsh.1234
10.1515/9783110220186
10.5555/12345678
10.1000.10/123456
`
  .trim()
  .split("\n");

const html = (doi: string) => doi.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const latex = (doi: string) => doi.replace(/[_&%#]/g, "\\$&");

/** In what a DOI is met. */
const FORMS: readonly (readonly [string, (doi: string) => string])[] = [
  ["plain", (doi) => doi],
  ["labelled, with a full stop", (doi) => `doi: ${doi}.`],
  ["address", (doi) => `https://doi.org/${doi}`],
  ["address, escaped", (doi) => `http://dx.doi.org/${encodeURIComponent(doi)}`],
  ["address, escaped twice", (doi) => `https://doi.org/${encodeURIComponent(encodeURIComponent(doi))}`],
  ["proxy", (doi) => `https://doi-org.ezproxy.lib.example.edu/${encodeURI(doi)}`],
  ["page of a publisher", (doi) => `https://onlinelibrary.example.com/doi/full/${doi}/full`],
  ["query of a page", (doi) => `https://example.com/?doi=${encodeURIComponent(doi)}&cid=12#abstract`],
  ["HTML", (doi) => `${html(doi)}`],
  ["HTML, escaped twice", (doi) => `${html(html(doi))}`],
  ["LaTeX", latex],
  ["tag", (doi) => `<doi>${doi}</doi>`],
  ["in brackets", (doi) => `(see ${doi}).[1]`],
  ["in quotes", (doi) => `"${doi}", “x”`],
  ["Web of Science", (doi) => `Poe E, 2009, LETTERS, V3, P1, DOI ${doi}`],
  ["Web of Science, two", (doi) => `Poe E, 2009, LETTERS, V3, P1, DOI [${doi}, 10.1234/other]`],
  ["Scopus", (doi) => `Poe E., A study, Letters, 3, pp. 1-2, (2009), DOI:${doi}; Roe A., Another`],
  ["list without blanks", (doi) => `${doi};10.1234/other`],
  ["list with commas", (doi) => `${doi},https://doi.org/10.1234/other`],
];

describe.each(FORMS)("DOIs, %s", (_form, write) => {
  test(`${REAL.length} come out whole`, () => {
    expect(REAL.map((doi) => findDoi(write(doi)))).toEqual(REAL.map((doi) => doi.toLowerCase()));
  });
});

test.each([
  ["10.1029/JB078i011p01753/abstract,http://dx.doi.org/10.1029/jb078i011p01753", "10.1029/jb078i011p01753"],
  ["https://www.frontiersin.org/articles/10.3389/fnins.2013.00012/full", "10.3389/fnins.2013.00012"],
  ["https://link.springer.com/content/pdf/10.1007/BF01941871.pdf", "10.1007/bf01941871"],
  ["https://www.biorxiv.org/content/10.1101/2020.01.01.892745v2.full.pdf", "10.1101/2020.01.01.892745"],
  [
    "https://www.tandfonline.com/doi/full/10.1080/03081060.2024.2348713?needAccess=true",
    "10.1080/03081060.2024.2348713",
  ],
  ["10.1002/9780470400531.eorms0683/abstract;jsessionid=8AE0", "10.1002/9780470400531.eorms0683"],
  ["10.1068/a110121,,10.1068/a110121,2003750898,,0", "10.1068/a110121"],
  ["10.1126/science.aal4108</p><p>[2] more", "10.1126/science.aal4108"],
  ["10.1126/science.aal4108<sup>2</sup>", "10.1126/science.aal4108"],
  ["10.1145/2839509.2844568]", "10.1145/2839509.2844568"],
  ["10.1007/s11482\u2010014\u20109381\u20108;", "10.1007/s11482-014-9381-8"],
  ["10.1007/978-3-319-19369-4{\\_}20}", "10.1007/978-3-319-19369-4_20"],
  [
    "10.1175/1520-0469(1963)020{\\textless}0130:DNF{\\textgreater}2.0.CO;2",
    "10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2",
  ],
  ["10.5555/a,b", "10.5555/a,b"],
  ["10.5555/a'b'", "10.5555/a'b"],
  ["version 10.2 of 10.1234/x, 2009", "10.1234/x"],
  ["310.1234/x", undefined],
  ["10.1234/", undefined],
  ["10.1234/.", undefined],
  ["10.12/x", undefined],
])("findDoi(%s)", (text, doi) => {
  expect(findDoi(text)).toBe(doi);
});

const FOLDER = "../shared/formats";
/** Where a DOI stands between delimiters of its format, which a pattern can find without a grammar. */
const DELIMITED = /"(?:DOI|doi)": ?"(10\.\d{4,9}\/[^"\\]+)"|^(?:DO {2}- |DI )(10\.\d{4,9}\/\S+)$/gm;

describe.skipIf(!existsSync(FOLDER))("the DOIs of ../shared/formats", () => {
  test("that stand in a field of their own come out whole", () => {
    const dois = new Set<string>();
    for (const name of readdirSync(FOLDER, { recursive: true, encoding: "utf8" }))
      if (/\.(?:json|jsonl|ris|txt|ciw)$/.test(name))
        for (const [, inJson, inTag] of readFileSync(`${FOLDER}/${name}`, "utf8").matchAll(DELIMITED))
          dois.add((inJson ?? inTag).toLowerCase());
    expect(dois.size).toBeGreaterThan(900);
    expect([...dois].filter((doi) => findDoi(`Poe E, 2009, LETTERS, V3, DOI ${doi}; x`) !== doi)).toEqual([]);
  });
});
