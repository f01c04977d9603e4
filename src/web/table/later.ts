/** Opens or closes the table of the papers in view, whose code is loaded when it is first wanted. */
export const toggleTable = () => void import("./open.ts").then((part) => part.toggleTable());
