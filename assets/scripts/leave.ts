// Whoever locks or signs out in one tab leaves every other tab of this browser. Each forgets at once what it keeps. Once the server knows, each asks
// for its page anew, and is led to the lock or the way in. So that nobody loses a text unasked, each tells how many it has. In a browser without such a
// channel every tab is by itself, and its next request leads to the lock.
type Message = { left: boolean } | { tab: number; texts: number; asks: boolean };
interface Kept {
  forget: () => void;
  texts: () => number;
}

// What only somebody signed in is shown: pages that can be left, and those of the whole screen, which have no bar at the top.
const ofSomebody = "form[data-leaves], body.bare";
const channel = opened();
const tab = Math.random();
const elsewhere = new Map<number, number>();

export function joinOtherTabs(kept: Kept): void {
  let told = 0;
  const tell = (texts: number, asks = false): void => {
    told = texts;
    send({ tab, texts, asks });
  };
  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if ("left" in data) {
      kept.forget();
      if (data.left && document.querySelector(ofSomebody)) leave();
    } else {
      elsewhere.set(data.tab, data.texts);
      if (data.asks) tell(kept.texts());
    }
  });
  document.addEventListener("input", () => {
    if (kept.texts() !== told) tell(kept.texts());
  });
  window.addEventListener("pagehide", () => tell(0));
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tell(kept.texts(), true);
  });
  tell(kept.texts(), true);
}

export function textsInOtherTabs(): number {
  return [...elsewhere.values()].reduce((sum, texts) => sum + texts, 0);
}

export function leaveOtherTabs(): void {
  send({ left: false });
  // The answer has come by then. Sooner, the server would give the other tabs their pages once more. Where none comes, and whoever meant to leave goes on,
  // nobody has left.
  const waiting = new AbortController();
  window.addEventListener("pagehide", () => send({ left: true }), { once: true, signal: waiting.signal });
  const goesOn = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest("form[data-leaves]"))) waiting.abort();
  };
  document.addEventListener("click", goesOn, { signal: waiting.signal });
}

function opened(): BroadcastChannel | null {
  try {
    return new BroadcastChannel("withy");
  } catch {
    return null; // The browser has none, or none for a page that may keep nothing.
  }
}

function send(message: Message): void {
  channel?.postMessage(message);
}

// By GET, also where a refused form stands; and without the hash, to which a browser would only scroll.
function leave(): void {
  document.body.replaceChildren(); // What it shows is gone before the answer comes.
  location.replace(location.pathname + location.search);
}
