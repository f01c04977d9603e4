/** Opens or closes the table of the papers in view, whose code is loaded when it is first wanted; absent where there is none. */
export const toggleTable: (() => void) | undefined = () =>
  void import("./open.ts").then((part) => part.toggleTable());
