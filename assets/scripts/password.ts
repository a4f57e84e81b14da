// A button that shows a password while it is typed; it is hidden again before it is sent.
export function letPasswordsBeSeen(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("input[data-password]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary password__show";
    button.setAttribute("aria-controls", box.id);

    const show = (seen: boolean): void => {
      box.type = seen ? "text" : "password";
      button.textContent = seen ? "Hide" : "Show";
      button.setAttribute("aria-label", seen ? "Hide password" : "Show password");
    };
    button.addEventListener("click", () => show(box.type === "password"));
    box.form?.addEventListener("submit", () => show(false));
    show(false);
    box.after(button);
  }
}
