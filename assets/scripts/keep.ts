// Long texts, and what was chosen beside them, survive a lost page in this tab. Computers in schools are shared, so what was kept goes as soon as it
// is saved, when the person locks or signs out in any tab (leave.ts), when somebody else signs in, and with the tab. It would lie readable behind a lock;
// so whoever leaves is asked first.
import { joinOtherTabs, leaveOtherTabs, textsInOtherTabs } from "./leave";
import { note, offerBeside, putBackInto } from "./put_back";
import { forgetSent, isUnanswered, noteSent, sendUnderTheSameNumber, whatArrived } from "./sent";
import { everyKey, read, remove, write } from "./tab";

const prefix = "withy-kept:";
const chosen = "#chosen";
const whose = "withy-whose";
const noAnswer = "and no answer came back: it may not be saved.";

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
  for (const key of whatArrived()) remove(key);
  for (const box of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")) keep(box);
  for (const form of document.querySelectorAll<HTMLFormElement>("form:has(textarea[data-keep])")) keepChosen(form);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.matches("[data-leaves]")) {
      forgetAll();
      leaveOtherTabs();
    }
    const kept = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")].map(keyOf);
    if (kept.length > 0) noteSent(form, [...kept, keyOfChosen(form)]);
  });
  joinOtherTabs({ forget: forgetAll, texts: textsOfThisTab });
}

function keep(box: HTMLTextAreaElement): void {
  const kept = read(keyOf(box));
  if (kept !== null) bringBack(box, kept);
  box.addEventListener("input", () => {
    if (box.value === "") remove(keyOf(box));
    else write(keyOf(box), box.value);
  });
}

function bringBack(box: HTMLTextAreaElement, kept: string): void {
  const unanswered = isUnanswered(keyOf(box));
  if (box.defaultValue.trim() === kept.trim()) {
    if (!isRefused()) remove(keyOf(box)); // It is what is saved.
  } else if (box.value === "") {
    putBackInto(box, kept);
    if (unanswered && box.form) sendUnderTheSameNumber(box.form);
    box.after(note(unanswered ? `You sent this, ${noAnswer} Save it again.` : "This is what you typed before and had not saved."));
  } else if (box.value !== kept) {
    offerBeside(box, kept, unanswered ? `You sent this for here, ${noAnswer}` : "You typed this here before and had not saved it.");
  }
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
  if (JSON.stringify(kept.answers) === JSON.stringify(chosenIn(form).answers)) return;
  const first = form.querySelector("fieldset, .govuk-form-group");
  if (kept.against !== versionOf(form)) {
    first?.before(note("This was changed since you chose here. What you had chosen was not saved: see what stands now."));
    return;
  }
  for (const one of answersOf(form)) {
    const values = kept.answers[one.name];
    if (!values) continue;
    if (isChoice(one)) one.checked = values.includes(one.value);
    else one.value = values[0] ?? "";
  }
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

// Somebody else may sign in where a sign-in ran out, and in the demonstration without signing out. On the page of the lock, which can be left and names
// nobody, a tab forgets that was elsewhere when another was locked.
function forgetWhatWasAnothers(): void {
  const person = document.querySelector(".top__who")?.textContent;
  const locked = !person && document.querySelector("form[data-leaves]");
  if (locked || (person && read(whose) !== person)) forgetAll();
  if (person) write(whose, person);
}

function whatWouldBeLost(): string {
  const here = textsOfThisTab();
  const texts = here + textsInOtherTabs();
  const where = here > 0 ? "" : " in another tab";
  if (texts > 0) return texts === 1 ? `One text${where} is` : `${texts} texts${where} are`;
  return everyKept().length > 0 ? "What you chose is" : "";
}

function textsOfThisTab(): number {
  return everyKept().filter((key) => !key.endsWith(chosen)).length + typedWhereNothingIsKept();
}

// Where no form keeps them, words are lost with the page.
function typedWhereNothingIsKept(): number {
  const boxes = document.querySelectorAll<HTMLTextAreaElement>("main form[method=post] textarea:not([data-keep])");
  return [...boxes].filter((box) => box.value !== box.defaultValue).length;
}

function forgetAll(): void {
  for (const key of everyKept()) remove(key);
  forgetSent();
}

function everyKept(): string[] {
  return everyKey().filter((key) => key.startsWith(prefix));
}

function keyOf(box: HTMLTextAreaElement): string {
  return prefix + (box.dataset["keep"] ?? "");
}

function keyOfChosen(form: HTMLFormElement): string {
  const box = form.querySelector<HTMLTextAreaElement>("textarea[data-keep]");
  return box ? `${keyOf(box)}${chosen}` : "";
}
