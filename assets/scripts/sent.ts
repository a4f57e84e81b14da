// The form that was sent last. Only the server's own sign, a cookie with the number of the form's page, says that it
// arrived (src/app/pipeline.cpp): any page may follow a form whose answer was lost on the way.
import { read, remove, write } from "./tab";

const sent = "withy-sent";
const sign = "withy-saved";

interface Sent {
  number: string;
  keys: string[];
  refused?: boolean;
}

export function noteSent(form: HTMLFormElement, keys: string[]): void {
  document.cookie = `${sign}=; Path=/; Max-Age=0`; // of another form of the same page
  write(sent, JSON.stringify({ number: numberOf(form)?.value ?? "", keys }));
}

// What was kept for it and is saved by now.
export function whatArrived(): string[] {
  const last = lastSent();
  if (!last) return [];
  if (document.cookie.split("; ").includes(`${sign}=${last.number}`)) {
    remove(sent);
    return last.keys;
  }
  // Signing in again may lie between, so that it may arrive yet.
  if (document.querySelector("[data-focus-first], [data-nothing-saved]")) write(sent, JSON.stringify({ ...last, refused: true }));
  return [];
}

export function isUnanswered(key: string): boolean {
  const last = lastSent();
  return last !== null && !last.refused && last.keys.includes(key);
}

// By the number that it was sent with, the server knows a form that it has saved already, and saves it once.
export function sendUnderTheSameNumber(form: HTMLFormElement): void {
  const number = numberOf(form);
  const last = lastSent();
  if (number && last) number.value = last.number;
}

export function forgetSent(): void {
  remove(sent);
}

function lastSent(): Sent | null {
  const last = read(sent);
  return last === null ? null : (JSON.parse(last) as Sent);
}

function numberOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[name=once]");
}
