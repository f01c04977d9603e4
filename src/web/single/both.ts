/*
 * A page in one file carries one script, which is the page in a document and its worker elsewhere: what both use is
 * there once.
 */
if (typeof document === "undefined") void import("../../worker/page.ts");
else void import("../main.ts");
