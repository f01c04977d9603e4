import type { Paper } from "../../model/paper.ts";

/** Pixels between the pointer and the note, and its width, as in the style sheet. */
const AWAY = 16;
const WIDTH = 320;
/** Most authors that are named. */
const AUTHORS = 3;

/** A note at the pointer that says what a dot or a band of links is. The page says the same to screen readers in its lists and cards. */
export function createTooltip(container: HTMLElement) {
  const note = document.createElement("div");
  note.className = "dot-note";
  note.hidden = true;
  note.ariaHidden = "true";
  container.append(note);
  /** Shows lines of text at a point, in pixels of the container. */
  function say(lines: readonly string[], x: number, y: number): void {
    note.replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement("p");
        line.dir = "auto";
        line.textContent = text;
        return line;
      }),
    );
    note.hidden = false;
    const { clientWidth: width, clientHeight: height } = container;
    note.style.left = `${x + AWAY + WIDTH < width ? x + AWAY : Math.max(0, x - AWAY - WIDTH)}px`;
    note.style.top = `${Math.max(0, Math.min(y + AWAY, height - note.offsetHeight - 8))}px`;
  }
  return {
    say,
    /** Shows a paper at a point, in pixels of the container. */
    show({ title, authors, year, venue, abstract }: Paper, x: number, y: number): void {
      const names = authors.length > AUTHORS ? [...authors.slice(0, AUTHORS), "…"] : authors;
      const [first] = new Intl.Segmenter("en", { granularity: "sentence" }).segment(abstract);
      const place = [year, venue].filter((part) => part !== undefined).join(" · ");
      say([title, names.join(", "), place, first?.segment.trim() ?? ""], x, y);
    },
    hide(): void {
      note.hidden = true;
    },
  };
}
