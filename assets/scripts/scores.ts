// The measures of a class: a key that is a score on the scale enters it and goes on to the next pupil, and any other key goes nowhere: else a slip would
// be another child's score. Each score is saved as it is entered. What could not be saved yet stays in this tab, as texts do (keep.ts), and is sent again
// by itself.
import { note } from "./put_back";
import { read, remove, write } from "./tab";

const kept = "withy-kept:scores";
const chosen = "#chosen"; // no text, where a person who leaves is asked
const sentAgainAfter = 10_000;
const savedAfter = 1_000; // since the last key, where a score may have several

type Kept = Record<string, { value: string; version: string }>;

export function enterScores(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-scores]");
  if (!form) return;
  markAsItCame(form);
  bringBack(form);
  form.addEventListener("keydown", (event) => goOnByKey(form, event));
  form.addEventListener("focusin", ({ target }) => {
    if (isScore(target)) target.select();
  });
  form.addEventListener("input", ({ target }) => {
    if (isScore(target)) enter(form, target);
  });
  form.addEventListener("change", ({ target }) => {
    if (isScore(target)) void save(form, lineOf(target));
  });
  window.addEventListener("online", () => sendAll(form));
  window.setInterval(() => {
    if (form.dataset["waits"]) sendAll(form);
  }, sentAgainAfter);
}

function enter(form: HTMLFormElement, score: HTMLInputElement): void {
  clearError(score);
  delete score.dataset["fromFile"]; // A person typed this one.
  keep(form);
  if (isUnsaved(score)) unmark(lineOf(score));
  const keys = score.dataset["oneKey"] ?? "";
  const typed = score.value.trim();
  if (keys === "") saveLater(form, score);
  else if (typed !== "") {
    void save(form, lineOf(score)); // What is no score, too: it is refused here and now, before the next one is typed.
    if (typed.length === 1 && keys.includes(typed)) below(form, score)?.focus();
  }
  sayHowFar(form);
}

// Who stays in the field: there is no next one after the last. An empty field may be about to be typed in anew.
function saveLater(form: HTMLFormElement, score: HTMLInputElement): void {
  const { value } = score;
  window.setTimeout(() => {
    if (score.value === value && value.trim() !== "") void save(form, lineOf(score));
  }, savedAfter);
}

// What came back refused is chosen by a person, and what a file filled in is saved by the button: neither by itself.
function markAsItCame(form: HTMLFormElement): void {
  const fromFile = form.dataset["toLookOver"] !== undefined;
  for (const score of linesOf(form).flatMap(scoresOf)) {
    if (score.classList.contains("govuk-input--error")) score.dataset["refused"] = "yes";
    if (fromFile && isUnsaved(score)) score.dataset["fromFile"] = "yes";
  }
}

function goOnByKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const { target, key } = event;
  if (!isScore(target) || event.isComposing) return;
  const up = key === "ArrowUp" || (key === "Enter" && event.shiftKey);
  if (!up && key !== "ArrowDown" && key !== "Enter") return;
  event.preventDefault();
  if (key === "Enter" && target.dataset["refused"] !== undefined) {
    delete target.dataset["refused"]; // Theirs was seen, and this one is to stand.
    void save(form, lineOf(target));
  }
  (up ? above(form, target) : below(form, target))?.focus();
}

// The lines of a column, and after its last one the next column.
function inOrder(form: HTMLFormElement): HTMLInputElement[] {
  const all = linesOf(form).flatMap(scoresOf);
  const columns = [...new Set(all.map(columnOf))].sort((one, other) => one - other);
  return columns.flatMap((column) => all.filter((score) => columnOf(score) === column));
}

// Which column of measures: a cell without a field counts too, and the first cell of a line names the pupil.
function columnOf(score: HTMLInputElement): number {
  return (score.closest("td")?.cellIndex ?? 1) - 1;
}

function below(form: HTMLFormElement, score: HTMLInputElement): HTMLInputElement | undefined {
  const all = inOrder(form);
  return all[all.indexOf(score) + 1];
}

function above(form: HTMLFormElement, score: HTMLInputElement): HTMLInputElement | undefined {
  const all = inOrder(form);
  return all[all.indexOf(score) - 1];
}

async function save(form: HTMLFormElement, line: HTMLElement): Promise<void> {
  if (form.dataset["changed"]) return sayHowFar(form);
  if (line.dataset["sending"]) return;
  const scores = scoresOf(line).filter((score) => wasTyped(score) && score.dataset["refused"] === undefined);
  if (scores.length === 0) return sayHowFar(form);
  const sent = new Map(scores.map((score) => [score, score.value]));
  line.dataset["sending"] = "yes";
  const answer = await sendLine(form, line, sent);
  delete line.dataset["sending"];
  if (answer?.status === 204) wasSaved(line, sent);
  else {
    const page = answer?.status === 422 ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
    if (!page || (!hasChanged(form, page) && !wasRefused(line, sent, page))) form.dataset["waits"] = "yes";
  }
  keep(form);
  sayHowFar(form);
  // What was typed meanwhile, and what stood beside a score that was refused.
  if (!form.dataset["waits"] || answer?.status === 204) void save(form, line);
}

async function sendLine(
  form: HTMLFormElement,
  line: HTMLElement,
  sent: Map<HTMLInputElement, string>,
): Promise<Response | undefined> {
  const body = new URLSearchParams({ by: "script" });
  for (const name of ["csrf", "on"]) body.set(name, hidden(form, name)?.value ?? "");
  for (const column of columnsOf(form)) body.set(column.name, column.value);
  const stood = stoodOf(line);
  if (stood) body.set(stood.name, stood.value);
  for (const [score, value] of sent) body.set(score.name, value);
  try {
    return await fetch(form.action, { method: "POST", body });
  } catch {
    return undefined; // There is no connection.
  }
}

function sendAll(form: HTMLFormElement): void {
  delete form.dataset["waits"];
  for (const line of linesOf(form)) void save(form, line);
}

function wasSaved(line: HTMLElement, sent: Map<HTMLInputElement, string>): void {
  const stood = stoodOf(line);
  if (!stood) return;
  const cells = stood.value.split(" ");
  for (const [score, value] of sent) {
    const at = columnOf(score);
    const version = Number((cells[at] ?? "0:").split(":")[0]);
    cells[at] = `${version + 1}:${plain(value)}`;
    clearError(score);
  }
  stood.value = cells.join(" ");
  mark(line);
  countComplete(line);
}

// "2 of 30 pupils are complete" goes with what is saved.
function countComplete(line: HTMLElement): void {
  const form = line.closest("form");
  const counted = document.querySelector("[data-so-far]");
  if (!form || !counted) return;
  const isComplete = (one: HTMLElement): boolean => scoresOf(one).every((score) => standing(score).score !== "");
  const complete = linesOf(form).filter(isComplete).length;
  counted.textContent = (counted.textContent ?? "").replace(/^\d+/, String(complete));
}

// What is measured, or who is in the class: then the page is to be loaded anew before anything more is sent.
function hasChanged(form: HTMLFormElement, page: Document): boolean {
  const said = page.querySelector("a[href='#measures']")?.textContent ?? "";
  const anew = page.querySelector<HTMLFormElement>("form[data-scores]");
  const all = (of: HTMLFormElement): string => columnsOf(of).map(({ name, value }) => `${name}=${value}`).join(" ");
  if (said === "" && (!anew || all(anew) === all(form))) return false;
  const words = said === "" ? "The school has changed what it measures since this page was opened" : (said.split(". ")[0] ?? said);
  form.dataset["changed"] = `${words}. Load this page again: what you typed is kept in this tab.`;
  return true;
}

// False where the answer is another page, such as the way in.
function wasRefused(line: HTMLElement, sent: Map<HTMLInputElement, string>, page: Document): boolean {
  const answer = page.getElementById(line.id);
  const stands = answer ? stoodOf(answer) : null;
  const stood = stoodOf(line);
  if (!answer || !stands || !stood) return false;
  const errors = [...answer.querySelectorAll(".govuk-error-message")];
  const before = stood.value.split(" ");
  const now = stands.value.split(" ");
  let isRefused = false;
  // What was typed and not sent yet stays against what it was typed over, so that nothing is saved over unseen.
  const cells = before.map((cell, at) => {
    const score = scoresOf(line).find((one) => columnOf(one) === at);
    const renewed = now[at] ?? cell;
    if (!score) return cell;
    const value = sent.get(score);
    if (value === undefined) {
      if (isUnsaved(score)) return cell;
      if (renewed !== cell) score.value = scoreIn(renewed);
      return renewed;
    }
    const error = errors.find(({ id }) => id === `${score.id}-error`);
    if (!error) return cell;
    isRefused = true;
    // Typed anew meanwhile, it is no longer off its scale; what somebody else entered is still to be seen.
    if (score.value === value || renewed !== cell) showError(score, error);
    return renewed;
  });
  stood.value = cells.join(" ");
  return isRefused;
}

function showError(score: HTMLInputElement, error: Element): void {
  clearError(score);
  score.dataset["refused"] = "yes";
  score.classList.add("govuk-input--error");
  score.setAttribute("aria-describedby", error.id);
  score.after(document.importNode(error, true));
}

function clearError(score: HTMLInputElement): void {
  delete score.dataset["refused"];
  score.classList.remove("govuk-input--error");
  score.removeAttribute("aria-describedby");
  document.getElementById(`${score.id}-error`)?.remove();
}

function mark(line: HTMLElement): void {
  const place = line.querySelector(".scores__saved");
  if (!place || scoresOf(line).some(isUnsaved)) return;
  const saved = document.createElement("strong");
  saved.className = "tag tag--done";
  saved.textContent = "✓ Saved";
  place.replaceChildren(saved);
}

function unmark(line: HTMLElement): void {
  line.querySelector(".scores__saved")?.replaceChildren();
}

function sayHowFar(form: HTMLFormElement): void {
  const state = form.querySelector(".scores__state");
  const all = linesOf(form).flatMap(scoresOf);
  const unsaved = all.filter(wasTyped);
  const refused = unsaved.filter((score) => score.dataset["refused"] !== undefined);
  const scores = (count: number): string => (count === 1 ? "1 score" : `${count} scores`);
  const words =
    form.dataset["changed"] ??
    (refused.length > 0
      ? `${scores(refused.length)} to look at: see below the field.`
      : form.dataset["waits"] && unsaved.length > 0
        ? `${scores(unsaved.length)} not saved yet: Withy can't be reached, or you are signed out. Kept in this tab until then.`
        : all.some(isUnsaved)
          ? ""
          : "All of it is saved.");
  if (state && state.textContent !== words) state.textContent = words;
}

function keep(form: HTMLFormElement): void {
  const unsaved = linesOf(form).flatMap(scoresOf).filter(wasTyped);
  if (unsaved.length === 0) return remove(keyOf(form));
  const all: Kept = {};
  for (const score of unsaved) all[score.name] = { value: score.value, version: standing(score).version };
  write(keyOf(form), JSON.stringify(all));
}

function bringBack(form: HTMLFormElement): void {
  const before = read(keyOf(form));
  if (before === null) return;
  for (const [name, { value, version }] of Object.entries(JSON.parse(before) as Kept)) {
    const score = linesOf(form).flatMap(scoresOf).find((one) => one.name === name);
    if (!score || isSame(value, standing(score).score)) continue;
    if (version === standing(score).version) {
      score.value = value;
      delete score.dataset["fromFile"];
      continue;
    }
    if (isSame(value, score.value)) continue; // It came back with the page.
    const isOfAnother = version.split(":")[0] !== standing(score).version.split(":")[0];
    const since = isOfAnother ? "The school has changed what it measures since." : "Somebody entered this since.";
    const said = note(`You had entered ${value === "" ? "nothing" : value} here, and it was not saved. ${since}`);
    score.after(said);
  }
  keep(form);
  sendAll(form);
}

function isUnsaved(score: HTMLInputElement): boolean {
  return !isSame(score.value, standing(score).score);
}

// What a file filled in is not typed until somebody touches it.
function wasTyped(score: HTMLInputElement): boolean {
  return isUnsaved(score) && score.dataset["fromFile"] === undefined;
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [plain(one), plain(other)];
  return first === second || (first !== "" && second !== "" && Number(first) === Number(second));
}

function plain(value: string): string {
  return value.trim().replace(",", ".");
}

// The version is of a measure: on another scale the same figure says something else.
function standing(score: HTMLInputElement): { version: string; score: string } {
  const line = lineOf(score);
  const cell = (stoodOf(line)?.value ?? "").split(" ")[columnOf(score)] ?? "0:";
  const measure = score.form ? (hidden(score.form, `measure.${score.name.split(".")[0]}`)?.value ?? "") : "";
  return { version: `${measure}:${cell.split(":")[0] ?? "0"}`, score: scoreIn(cell) };
}

// "2:4.5" holds 4.5.
function scoreIn(cell: string): string {
  return cell.split(":")[1] ?? "";
}

function linesOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("tbody tr")];
}

function lineOf(score: HTMLInputElement): HTMLElement {
  return score.closest("tr") ?? score;
}

function scoresOf(line: HTMLElement): HTMLInputElement[] {
  return [...line.querySelectorAll<HTMLInputElement>("input.scores__score")];
}

function stoodOf(line: Element): HTMLInputElement | null {
  return line.querySelector<HTMLInputElement>("input[name^='stood.']");
}

// Which measure each column is of.
function columnsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=hidden][name^='measure.']")];
}

function hidden(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
}

function isScore(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.classList.contains("scores__score");
}

function keyOf(form: HTMLFormElement): string {
  return `${kept}:${form.action}:${hidden(form, "on")?.value ?? ""}${chosen}`;
}
