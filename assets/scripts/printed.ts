// What is printed bears the day on which it was printed, and by whom, since a page speaks to its reader; _paper.scss sets
// it beside the school's name.
export function sayWhenPrinted(): void {
  window.addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const parts = [".top__name", ".top__role"].map((part) => document.querySelector(part)?.textContent ?? "");
    const person = parts.filter((text) => text !== "").join(", ");
    const by = person === "" ? "" : ` by ${person}`;
    document.querySelector(".top__inner")?.setAttribute("data-printed", `Printed on ${day}${by}`);
  });
}

// Browsers that cannot be told by _paper.scss alone to print what is folded away. A form is printed only where somebody
// has opened it.
export function printWhatIsFolded(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    const folded = document.querySelectorAll<HTMLDetailsElement>("details.more:not([open])");
    opened = [...folded].filter((fold) => !fold.querySelector("form"));
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
