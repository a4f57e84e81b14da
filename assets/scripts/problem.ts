// After a refused form the summary of what is wrong comes first.
export function focusFirstProblem(): void {
  document.querySelector<HTMLElement>("[data-focus-first]")?.focus();
}

// A refused form stands at the address to which it was sent, and a browser that comes back there has nothing to show.
// The page of the form takes its place, and what was typed is put back there (keep.ts).
export function returnToTheForm(): void {
  if (!document.querySelector("[data-focus-first], [data-nothing-saved]")) return;
  const form = document.referrer;
  if (form.startsWith(`${location.origin}/`)) history.replaceState(null, "", form);
}
