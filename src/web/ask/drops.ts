import { messageOf, tell } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { askWorker } from "./client.ts";
import { droppedFiles } from "./folder.ts";
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
    const { dataTransfer } = event;
    if (!dataTransfer || dataTransfer.files.length === 0) return;
    event.preventDefault();
    droppedFiles(dataTransfer).then(openGiven, (error: unknown) => tell(messageOf(error)));
  });
}

/** Opens files, or takes what was changed of the map on the page in Gephi, where the one file is its graph. */
export async function openGiven(files: readonly File[]): Promise<void> {
  const [file] = files;
  const isGraph = files.length === 1 && /\.(?:gexf|graphml)$/i.test(file.name);
  if (isGraph && state.current.peek()) {
    const taken = await askWorker("drawing", { file });
    if (taken) {
      const { editAll } = await import("../shape/edit.ts");
      return editAll(taken.edits, texts.working.drawing(file.name, taken));
    }
  }
  return openFiles(files);
}
