/** Opens or closes the comparison of two sets of papers, whose code is loaded when it is first wanted; absent where there is none. */
export const toggleCompare: (() => void) | undefined = () =>
  void import("./open.ts").then((part) => part.toggleCompare());
