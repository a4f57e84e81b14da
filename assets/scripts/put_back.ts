// What is put back into a form, and the words beside it.
export function putBackInto(box: HTMLTextAreaElement, kept: string): void {
  box.value = kept;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

export function note(words: string): HTMLElement {
  const said = document.createElement("p");
  said.className = "small on-screen";
  said.setAttribute("role", "status");
  said.textContent = words;
  return said;
}

// Where something else stands in the box by now, the person chooses between the two.
export function offerBeside(box: HTMLTextAreaElement, kept: string, words: string): void {
  const offer = document.createElement("div");
  offer.className = "kept on-screen";
  const typed = document.createElement("blockquote");
  typed.className = "inset as-written";
  typed.textContent = kept;
  offer.append(note(words), typed, buttonTo("Put back what you typed", takeIt));
  box.after(offer);

  function takeIt(): void {
    putBackInto(box, kept);
    offer.replaceWith(note("This is what you typed before. It is not saved yet."));
    box.focus();
  }
}

function buttonTo(words: string, act: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
