/** What lies under the papers: areas and links, or hills and valleys. */
export const LOOKS = ["flat", "relief"] as const;
export type Look = (typeof LOOKS)[number];
