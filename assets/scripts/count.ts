// How many characters are left, said to those who listen once they pause.
const pause = 1000;

export function countCharacters(): void {
  for (const box of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-most]")) {
    const shown = document.getElementById(`${box.id}-count`);
    if (!shown) continue;
    const said = document.createElement("div");
    said.className = "govuk-visually-hidden";
    said.setAttribute("aria-live", "polite");
    shown.after(said);

    let timer: number | undefined;
    const update = (): void => {
      shown.textContent = words(box);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (said.textContent = shown.textContent), pause);
    };
    box.addEventListener("input", update);
    shown.textContent = words(box);
  }
}

// The server counts code points, and so does this.
function words(box: HTMLTextAreaElement): string {
  const left = Number(box.dataset["most"]) - [...box.value].length;
  const count = Math.abs(left).toLocaleString("en-GB");
  const noun = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0 ? `${count} ${noun} too many` : `${count} ${noun} left`;
}
