/** Browsers that ignore `autofocus` on a plain element get the same start: the list of faults. */
export function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
