/** What the server works out from what was typed (`data-refreshed`) is read anew after each save. */
export function refreshAfterSaves(): void {
  document.addEventListener('autosaved', () => {
    const parts = [...document.querySelectorAll<HTMLElement>('[data-refreshed]')];
    const from = parts[0]?.dataset['refreshed'];
    if (from) void refresh(parts, from);
  });
}

/** Where the page cannot be reached the old figures stay; the next save tries again. */
async function refresh(parts: readonly HTMLElement[], from: string): Promise<void> {
  const response = await fetch(from, { credentials: 'same-origin' }).catch(() => null);
  if (!response?.ok) return;
  const now = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of parts) {
    const fresh = now.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  }
}
