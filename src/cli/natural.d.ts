/** natural has no types for the deep imports that keep its other 18 MB out of the bundle. */
declare module "natural/lib/natural/distance/levenshtein_distance" {
  export function DamerauLevenshteinDistance(
    source: string,
    target: string,
    options?: { readonly restricted?: boolean },
  ): number;
}
