import { texts } from "../texts/texts.ts";
import { openFiles } from "./open.ts";

/** Files may be dropped anywhere on the page. */
export function listenToDrops(root: HTMLElement): void {
  root.dataset.drop = texts.drop;
  let depth = 0;
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = () => root.classList.toggle("dropping", depth > 0);
  window.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) depth++;
    mark();
  });
  window.addEventListener("dragleave", (event) => {
    if (carriesFiles(event)) depth--;
    mark();
  });
  window.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  window.addEventListener("drop", (event) => {
    depth = 0;
    mark();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void openFiles(files);
  });
}
