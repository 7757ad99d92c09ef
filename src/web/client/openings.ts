const EVERY_MS = 60_000;

/** A page that says who else has its case open (`data-openings`) gives a sign of life each minute and asks anew. */
export function tellOfColleagues(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-openings]')) {
    const address = place.dataset['openings'];
    if (address) window.setInterval(() => void ask(place, address), EVERY_MS);
  }
}

/**
 * A page in the background is not being worked on; what cannot be reached is asked again. Where the session has ended the
 * answer leads to the sign-in page, which is no matter for this place: `manual` leaves it, and the console, in peace.
 */
async function ask(place: HTMLElement, address: string): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  const response = await fetch(address, { method: 'POST', credentials: 'same-origin', redirect: 'manual' }).catch(
    () => null,
  );
  if (!response?.ok) return;
  const told = await response.text();
  const now = new DOMParser().parseFromString(told, 'text/html').body;
  if (now.innerHTML !== place.innerHTML) place.replaceChildren(...now.childNodes);
}
