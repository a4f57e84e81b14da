// Passkeys, where the browser has them: the form's button asks for one, puts what it says into the form and sends it.
// Where there is no script, or the page stands at another address, the form stays hidden and the password remains.
type Fields = Record<string, ArrayBuffer | string | null>;

export function usePasskeys(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    if (!("PublicKeyCredential" in window) || form.dataset["origin"] !== location.origin) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void ask(form);
    });
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>("[role=status]");
  if (form.dataset["asking"]) return;
  // The server says what is missing; a passkey that nobody can tell from another is not made.
  if (form.querySelector<HTMLInputElement>("input[name=name]")?.value.trim() === "") return form.submit();
  form.dataset["asking"] = "yes";
  if (status) status.textContent = "Your browser asks for the passkey.";
  try {
    const challenge = await challengeFor(form);
    fill(form, "challenge", challenge);
    const said = form.dataset["passkey"] === "make" ? await made(form, challenge) : await used(form, challenge);
    for (const [name, value] of Object.entries(said)) fill(form, name, typeof value === "string" ? value : toText(value));
    form.submit();
  } catch {
    if (status) status.textContent = "That did not work. Try again, or use another way.";
  } finally {
    delete form.dataset["asking"];
  }
}

async function challengeFor(form: HTMLFormElement): Promise<string> {
  const csrf = form.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
  const body = new URLSearchParams({ csrf, purpose: form.dataset["passkey"] ?? "" });
  const answer = await fetch("/passkey-challenges", { method: "POST", body });
  if (!answer.ok) throw new Error("no challenge");
  return answer.text();
}

async function made(form: HTMLFormElement, challenge: string): Promise<Fields> {
  const { name, account, address, person, has } = form.dataset;
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(challenge),
      rp: { id: name ?? "", name: "Withy" },
      user: { id: new TextEncoder().encode(account), name: address ?? "", displayName: person ?? "" },
      pubKeyCredParams: [-8, -7, -35, -36, -257].map((alg) => ({ alg, type: "public-key" })),
      excludeCredentials: (has ?? "").split(" ").filter(Boolean).map((id) => ({ id: toBytes(id), type: "public-key" })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    },
  });
  const { clientDataJSON, attestationObject } = (credential as PublicKeyCredential).response as AuthenticatorAttestationResponse;
  return { client_data: clientDataJSON, attestation: attestationObject };
}

async function used(form: HTMLFormElement, challenge: string): Promise<Fields> {
  const credential = (await navigator.credentials.get({
    publicKey: { challenge: toBytes(challenge), rpId: form.dataset["name"] ?? "", userVerification: "required" },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response as AuthenticatorAssertionResponse;
  return { credential: credential.rawId, person: userHandle, client_data: clientDataJSON, authenticator_data: authenticatorData, signature };
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (field) field.value = value;
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function toText(bytes: ArrayBuffer | null): string {
  const letters = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
