// Where a link leads to one line of a list, what that line folds away is opened.
export function openWhatALinkLedTo(): void {
  const open = () => {
    const line = document.getElementById(location.hash.slice(1));
    line?.querySelector(":scope > details")?.setAttribute("open", "");
  };
  window.addEventListener("hashchange", open);
  open();
}
