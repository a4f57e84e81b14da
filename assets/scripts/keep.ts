// Long texts, and what was chosen beside them, survive a lost page in this tab. Computers in schools are shared, so what was kept goes as soon as it
// is saved, when the person locks or signs out, when somebody else signs in, and with the tab. It would lie readable behind a lock; so whoever leaves is
// asked first.
const prefix = "withy-kept:";
const chosen = "#chosen";
const saving = "withy-saving";
const whose = "withy-whose";

// What a form holds besides its long texts, and the version of what it was filled in against.
interface Chosen {
  against: string;
  answers: Record<string, string[]>;
}
type Answer = HTMLInputElement | HTMLSelectElement;

// Before all that takes a form for sent: whoever stays is not held back from leaving later.
export function askBeforeLosing(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-leaves]")) return;
    const lost = whatWouldBeLost();
    const leave = form.querySelector("button")?.textContent ?? "";
    if (lost !== "" && !window.confirm(`${lost} not saved and would be lost. ${leave} all the same?`)) event.preventDefault();
  });
}

export function keepTyping(): void {
  forgetWhatWasAnothers();
  forgetWhatWasSaved();
  for (const box of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")) keep(box);
  for (const form of document.querySelectorAll<HTMLFormElement>("form:has(textarea[data-keep])")) keepChosen(form);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.matches("[data-leaves]")) forgetAll();
    const kept = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")].map(keyOf);
    if (kept.length > 0) write(saving, JSON.stringify([...kept, keyOfChosen(form)]));
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

function keepChosen(form: HTMLFormElement): void {
  const kept = read(keyOfChosen(form));
  if (kept !== null && !isRefused()) putBack(form, JSON.parse(kept) as Chosen);
  for (const happening of ["input", "change"])
    form.addEventListener(happening, (event) => {
      if (!(event.target instanceof HTMLTextAreaElement)) write(keyOfChosen(form), JSON.stringify(chosenIn(form)));
    });
}

function chosenIn(form: HTMLFormElement): Chosen {
  const answers: Record<string, string[]> = {};
  for (const one of answersOf(form)) {
    const values = (answers[one.name] ??= []);
    if (!isChoice(one) || one.checked) values.push(one.value);
  }
  return { against: versionOf(form), answers };
}

// Where somebody changed the page since, what stands there now comes first.
function putBack(form: HTMLFormElement, kept: Chosen): void {
  if (kept.against !== versionOf(form) || JSON.stringify(kept) === JSON.stringify(chosenIn(form))) return;
  for (const one of answersOf(form)) {
    const values = kept.answers[one.name];
    if (!values) continue;
    if (isChoice(one)) one.checked = values.includes(one.value);
    else one.value = values[0] ?? "";
  }
  const first = form.querySelector("fieldset, .govuk-form-group");
  first?.before(note("What you had chosen and not saved is chosen again."));
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function answersOf(form: HTMLFormElement): Answer[] {
  const apart = ["hidden", "password", "file", "submit"];
  return [...form.elements].filter(
    (one): one is Answer =>
      (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) && one.name !== "" && !apart.includes(one.type),
  );
}

function isChoice(one: Answer): one is HTMLInputElement {
  return one.type === "radio" || one.type === "checkbox";
}

function versionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=version], input[name=plan_version]")?.value ?? "";
}

function isRefused(): boolean {
  return document.querySelector("[data-focus-first]") !== null;
}

// Somebody else may sign in where a sign-in ran out, and in the demonstration without signing out.
function forgetWhatWasAnothers(): void {
  const person = document.querySelector(".top__who")?.textContent;
  if (!person) return;
  if (read(whose) !== person) forgetAll();
  write(whose, person);
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
  box.after(note("This is what you typed before and had not saved."));
}

function note(words: string): HTMLElement {
  const said = document.createElement("p");
  said.className = "small";
  said.setAttribute("role", "status");
  said.textContent = words;
  return said;
}

function whatWouldBeLost(): string {
  const all = everyKey();
  const texts = all.filter((key) => !key.endsWith(chosen)).length;
  if (texts > 0) return texts === 1 ? "One text is" : `${texts} texts are`;
  return all.length > 0 ? "What you chose is" : "";
}

function forgetAll(): void {
  for (const key of everyKey()) remove(key);
}

function everyKey(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // Storage is switched off: nothing was kept.
  }
}

function keyOf(box: HTMLTextAreaElement): string {
  return prefix + (box.dataset["keep"] ?? "");
}

function keyOfChosen(form: HTMLFormElement): string {
  const box = form.querySelector<HTMLTextAreaElement>("textarea[data-keep]");
  return box ? `${keyOf(box)}${chosen}` : "";
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
