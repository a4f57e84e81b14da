// After a refused form the summary of what is wrong comes first.
export function focusFirstProblem(): void {
  document.querySelector<HTMLElement>("[data-focus-first]")?.focus();
}
