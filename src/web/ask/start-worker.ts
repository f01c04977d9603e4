/** Starts the page's worker: a file of its own where the page is served, in a page of one file from the text it carries. */
export function startWorker(): Worker {
  if (import.meta.env.MODE !== "single")
    return new Worker(new URL("../../worker/page.ts", import.meta.url), { type: "module" });
  const { topographWorker = "" } = globalThis as { topographWorker?: string };
  return new Worker(URL.createObjectURL(new Blob([topographWorker], { type: "text/javascript" })));
}
