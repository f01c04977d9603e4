import type { Theme } from "../scene/theme.ts";
import { CAPTION, SAID, SLIDE } from "../view/slide.ts";
import { colorMap, presentationPart } from "./pptx-parts.ts";
import { emu, type Place, paragraph, run, shapeTree, textShape, transform } from "./pptx-text.ts";

/** Where the layout has what is said; each slide gives its own places for title and text. */
const TITLE: Place = { x: CAPTION.left, y: 60, width: CAPTION.width, height: 140 };
const TEXT: Place = { x: CAPTION.left, y: 212, width: CAPTION.width, height: 440 };
export const FOOTER: Place = { x: CAPTION.left, y: 680, width: 320, height: 20 };
export const NUMBER: Place = { x: 354, y: 680, width: 50, height: 20 };
/** A page of notes, standing: A4 in pixels. */
const PAPER = { width: 794, height: 1123 };

/** A text body without margins. @param fit what keeps the text in its box */
export const bodyOf = (anchor: "t" | "b", fit = "", wrap = "square") =>
  `<a:bodyPr wrap="${wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}">${fit}</a:bodyPr>`;

const text = (size: number, color: string, isBold = false) =>
  `<a:defRPr sz="${size * 75}"${isBold ? ' b="1"' : ""}><a:solidFill><a:schemeClr val="${color}"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>`;
const title = text(SAID.title, "tx1", true).replaceAll("+mn-", "+mj-");
const plain = `<a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>${text(SAID.text, "tx2")}</a:lvl1pPr>`;
const list = `<a:lvl2pPr marL="${emu(SAID.indent)}" indent="${-emu(SAID.indent)}" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="●"/>${text(SAID.item, "tx1")}</a:lvl2pPr>`;
const others = `<a:lvl1pPr algn="l">${text(16, "tx1")}</a:lvl1pPr>`;

const placeholder = (type: string, index?: number) =>
  `<p:ph type="${type}"${index === undefined ? "" : ` idx="${index}"`}/>`;

/** What stands for the title, the text, the footer and the number of a slide. */
export const HOLDERS = {
  title: placeholder("title"),
  text: placeholder("body", 1),
  footer: placeholder("ftr", 11),
  number: placeholder("sldNum", 12),
};

/** The number of a slide, which the program keeps right. */
export const numberField = (k: number, letters: string) =>
  `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${letters}<a:t>${k}</a:t></a:fld>`;

const small = (align: "l" | "r") =>
  `<a:lstStyle><a:lvl1pPr algn="${align}">${text(12, "tx2")}</a:lvl1pPr></a:lstStyle>`;
const styled = (shape: string, style: string) => shape.replace("<a:lstStyle/>", style);

const shapes = [
  textShape(
    2,
    "Title",
    { placeholder: HOLDERS.title, place: TITLE, body: bodyOf("b") },
    paragraph(run("Title"), ""),
  ),
  textShape(
    3,
    "Text",
    { placeholder: HOLDERS.text, place: TEXT, body: bodyOf("t") },
    paragraph(run("Text"), "") + paragraph(run("Paper"), "", { level: 1 }),
  ),
  styled(
    textShape(4, "Footer", { placeholder: HOLDERS.footer, place: FOOTER, body: bodyOf("b") }, ""),
    small("l"),
  ),
  styled(
    textShape(
      5,
      "Number",
      { placeholder: HOLDERS.number, place: NUMBER, body: bodyOf("b") },
      `<a:p>${numberField(1, "<a:rPr/>")}</a:p>`,
    ),
    small("r"),
  ),
].join("");

/** The master of the slides; its relations are the layout and the theme. */
export function masterPart(theme: Theme): string {
  const background =
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  const styles = `<p:txStyles><p:titleStyle><a:lvl1pPr algn="l">${title}</a:lvl1pPr></p:titleStyle><p:bodyStyle>${plain}${list}</p:bodyStyle><p:otherStyle>${others}</p:otherStyle></p:txStyles>`;
  return presentationPart(
    "sldMaster",
    `${shapeTree(shapes, background)}${colorMap(theme)}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>${styles}`,
  );
}

const OVERRIDE = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";

/** The one layout: title and text on the left, the map beside them. */
export function layoutPart(): string {
  return presentationPart(
    "sldLayout",
    shapeTree(shapes).replace("<p:cSld>", '<p:cSld name="Map with text">') + OVERRIDE,
    ' preserve="1" userDrawn="1"',
  );
}

/** A slide of these shapes. */
export function slidePart(shapesOfSlide: string): string {
  return presentationPart("sld", shapeTree(shapesOfSlide) + OVERRIDE);
}

const WIDTH = PAPER.width - 160;
const PICTURE: Place = { x: 80, y: 80, width: WIDTH, height: (WIDTH * 9) / 16 };
const NOTES: Place = { x: 80, y: 480, width: WIDTH, height: 560 };
const pictureOfSlide = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>PLACE</p:spPr></p:sp>`;
const framed = `${transform(PICTURE)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

/** The master of the notes: always dark on light, as paper is. */
export function notesMasterPart(light: Theme): string {
  const body = textShape(
    3,
    "Notes",
    { placeholder: HOLDERS.text, place: NOTES, body: bodyOf("t") },
    paragraph(run("Notes"), ""),
  );
  const white =
    '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  const style = `<p:notesStyle><a:lvl1pPr algn="l">${text(16, "tx1")}</a:lvl1pPr></p:notesStyle>`;
  return presentationPart(
    "notesMaster",
    `${shapeTree(pictureOfSlide.replace("PLACE", framed) + body, white)}${colorMap(light)}${style}`,
  );
}

/** What is said to a slide, line by line. */
export function notesPart(notes: string): string {
  const lines = notes.split("\n").map((line) => paragraph(line === "" ? "" : run(line), line));
  const body = textShape(3, "Notes", { placeholder: HOLDERS.text }, lines.join(""));
  return presentationPart("notes", shapeTree(pictureOfSlide.replace("PLACE", "") + body) + OVERRIDE);
}

/** The presentation: its master rId1, the master of its notes rId2, its slides from rId3. */
export function mainPart(slides: number): string {
  const ids = Array.from({ length: slides }, (_, k) => `<p:sldId id="${256 + k}" r:id="rId${k + 3}"/>`);
  return presentationPart(
    "presentation",
    `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join("")}</p:sldIdLst><p:sldSz cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"/><p:notesSz cx="${emu(PAPER.width)}" cy="${emu(PAPER.height)}"/><p:defaultTextStyle>${others}</p:defaultTextStyle>`,
    ' saveSubsetFonts="1"',
  );
}
