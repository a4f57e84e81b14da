// What this tab holds until it is closed.
export function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: typing goes on without it.
  }
}

export function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

export function everyKey(): string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return []; // Storage is switched off: nothing was kept.
  }
}
