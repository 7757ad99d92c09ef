/** Staff lists: j and k (or the arrows on a row) go from case to case, Enter opens the one in focus. */
export function walkRows(): void {
  const frame = document.querySelector<HTMLElement>('[data-rows]');
  if (!frame) return;
  const links = [...frame.querySelectorAll('tbody tr')]
    .map((row) => row.querySelector<HTMLAnchorElement>('a[href]'))
    .filter((link) => link !== null);
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const row = document.activeElement?.closest('tr');
    const here = links.findIndex((link) => link.closest('tr') === row);
    const next = links[here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
