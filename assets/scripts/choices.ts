// What a choice asks for besides is shown while it is chosen.
export function showWhatChoicesAsk(): void {
  const choices = document.querySelectorAll<HTMLInputElement>("input[data-more]");
  for (const choice of choices) {
    const more = document.getElementById(choice.dataset["more"] ?? "");
    if (!more) continue;
    choice.setAttribute("aria-controls", more.id);
  }

  const update = (): void => {
    for (const choice of choices) {
      const more = document.getElementById(choice.dataset["more"] ?? "");
      if (!more) continue;
      more.hidden = !choice.checked;
    }
  };
  if (choices.length === 0) return;
  document.addEventListener("change", update);
  window.addEventListener("pageshow", update);
  update();
}
