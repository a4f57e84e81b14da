// Long texts survive a lost page in this tab. Computers in schools are shared, so what was kept goes as soon as it
// is saved, when the person locks or signs out, and with the tab.
const prefix = "withy-kept:";
const saving = "withy-saving";

export function keepTyping(): void {
  forgetWhatWasSaved();
  for (const box of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")) keep(box);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.matches("[data-leaves]")) forgetAll();
    const kept = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")].map(keyOf);
    if (kept.length > 0) write(saving, JSON.stringify(kept));
  });
}

function keep(box: HTMLTextAreaElement): void {
  const kept = read(keyOf(box));
  if (kept !== null && kept !== box.value && box.value === "") {
    box.value = kept;
    tell(box);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.addEventListener("input", () => {
    if (box.value === "") remove(keyOf(box));
    else write(keyOf(box), box.value);
  });
}

// A form was sent before this page. It was saved, unless this page is the same form again, refused, or says that
// nothing was saved; or the person came back from such a page.
function forgetWhatWasSaved(): void {
  const sent = read(saving);
  if (sent === null) return;
  remove(saving);
  if (document.querySelector("[data-focus-first], [data-nothing-saved]") || cameBack()) return;
  for (const key of JSON.parse(sent) as string[]) remove(key);
}

function cameBack(): boolean {
  const [arrival] = performance.getEntriesByType("navigation");
  return arrival instanceof PerformanceNavigationTiming && arrival.type === "back_forward";
}

function tell(box: HTMLTextAreaElement): void {
  const note = document.createElement("p");
  note.className = "small";
  note.setAttribute("role", "status");
  note.textContent = "This is what you typed before and had not saved.";
  box.after(note);
}

function forgetAll(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) remove(key);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

function keyOf(box: HTMLTextAreaElement): string {
  return prefix + (box.dataset["keep"] ?? "");
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: typing goes on without it.
  }
}

function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
