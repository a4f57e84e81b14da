// A form that is on its way is not sent again by a second touch. The server would refuse it anyway.
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset["sent"]) {
      event.preventDefault();
      return;
    }
    form.dataset["sent"] = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
  });

  // Coming back by the browser's own button shows the form as it was: it may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset["sent"];
      form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
    }
  });
}
