import type { PdfPage } from "../../export/pdf.ts";
import { tell } from "../page/actions.ts";
import { texts } from "../texts/texts.ts";
import { fontFiles } from "./fonts.ts";
import { download } from "./save.ts";

/**
 * Saves pages of marks as a PDF file. A page in one file prints them instead (see single/print.ts).
 * @param goesOn asked after each page: what it waits for may be seen, and no ends it
 * @returns whether a file was saved
 */
export async function savePdf(
  pages: Iterable<PdfPage>,
  title: string,
  name: string,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { pdfWriter } = await import("../../export/pdf.ts");
  const fonts = { regular: await fontFiles("400"), bold: await fontFiles("700") };
  const { add, end, lack } = pdfWriter(fonts, title);
  for (const page of pages) {
    add(page);
    if (!(await goesOn())) return false;
  }
  if (lack.size > 0) tell(texts.picture.lack([...lack.keys()]));
  download(end() as Uint8Array<ArrayBuffer>[], name, "application/pdf");
  return true;
}
