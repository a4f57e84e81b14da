// What is printed bears the day on which it was printed; _paper.scss sets it beside the school's name.
export function sayWhenPrinted(): void {
  window.addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    document.querySelector(".top__inner")?.setAttribute("data-printed", `Printed on ${day}`);
  });
}
