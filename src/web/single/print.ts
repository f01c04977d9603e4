import type { PdfPage } from "../../export/pdf.ts";
import { svgPage } from "../../export/svg.ts";

/**
 * Stands in the place of the PDF writer, which with its fonts would be larger than a page in one file may be: hands pages
 * to the browser's printing, which makes PDF with the system's fonts.
 * @returns that no file was saved: the user says where in the browser's own dialog
 */
export async function savePdf(
  pages: Iterable<PdfPage>,
  title: string,
  name: string,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const place = document.createElement("div");
  let size = "";
  for (const { marks, width, height, scale = 1 } of pages) {
    size = `${width * scale}px ${height * scale}px`;
    const svg = [...svgPage(marks, { width, height, scale, title })].join("");
    place.append(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
    if (!(await goesOn())) return false;
  }
  const style = new CSSStyleSheet();
  // A class of its own: the page hides its own parts in print, whatever else it does to them.
  style.replaceSync(`@page { size: ${size}; margin: 0 }
    html, body { height: auto !important; overflow: visible !important; background: none !important }
    body > :not(.printed) { display: none !important }
    .printed > svg { display: block; break-after: page }
    .printed > svg:last-child { break-after: auto }`);
  style.media.mediaText = "print";
  const [styles, shown] = [document.adoptedStyleSheets, document.title];
  place.className = "printed";
  document.body.append(place);
  document.adoptedStyleSheets = [...styles, style];
  // What browsers suggest as the name of the file.
  document.title = name.replace(/\.pdf$/, "");
  addEventListener(
    "afterprint",
    () => {
      place.remove();
      document.adoptedStyleSheets = styles;
      document.title = shown;
    },
    { once: true },
  );
  print();
  return false;
}
