/** Words of pages in one file. */
export const words = {
  lead: "This page holds one map and needs no network. It opens other saved maps too; to map papers of your own, use Topograph itself.",
  back: "Back to the map",
  open: "Open a saved map",
};
