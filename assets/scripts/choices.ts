// What a choice asks for besides is shown while it is chosen. What was selected under a box goes with its tick, so that
// nothing is sent that nobody sees; where it came without a tick, it is shown.
export function showWhatChoicesAsk(): void {
  const choices = document.querySelectorAll<HTMLInputElement>("input[data-more]");
  for (const choice of choices) {
    const more = moreOf(choice);
    if (more) choice.setAttribute("aria-controls", more.id);
  }

  const update = (): void => {
    for (const choice of choices) {
      const more = moreOf(choice);
      if (more) more.hidden = !choice.checked && selectsOf(choice).every((select) => select.value === "");
    }
  };
  if (choices.length === 0) return;
  document.addEventListener("change", forgetWithTheTick, true); // before it is kept
  document.addEventListener("change", update);
  window.addEventListener("pageshow", update);
  update();
}

function forgetWithTheTick(event: Event): void {
  const choice = event.target;
  if (!(choice instanceof HTMLInputElement) || choice.checked) return;
  for (const select of selectsOf(choice)) select.value = "";
}

function moreOf(choice: HTMLInputElement): HTMLElement | null {
  return document.getElementById(choice.dataset["more"] ?? "");
}

function selectsOf(choice: HTMLInputElement): HTMLSelectElement[] {
  const more = choice.type === "checkbox" ? moreOf(choice) : null;
  return more ? [...more.querySelectorAll("select")] : [];
}
