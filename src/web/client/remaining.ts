import { remainingIn, remainingSentence } from '../shared/remaining.js';

const PAUSE_MS = 1000;
/** From here on the end of the room is near enough to be said. */
const NEAR = 0.1;

/** Tells below a field how many characters are left: to the eye at every key, to the ear after a pause and near the end. */
export function tellRemaining(): void {
  for (const counter of document.querySelectorAll<HTMLElement>('[data-remaining]')) follow(counter);
}

function follow(counter: HTMLElement): void {
  const field = document.getElementById(counter.dataset['remaining'] ?? '');
  const seen = counter.querySelector<HTMLElement>('[data-remaining-seen]');
  const heard = counter.querySelector<HTMLElement>('[data-remaining-heard]');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || !seen || !heard) return;
  const most = Number(counter.dataset['most']);
  let pause = 0;
  const show = (): void => {
    seen.textContent = remainingSentence(field.value, most);
    counter.dataset['over'] = remainingIn(field.value, most) < 0 ? 'yes' : 'no';
  };
  field.addEventListener('input', () => {
    show();
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      heard.textContent = remainingIn(field.value, most) <= most * NEAR ? seen.textContent : '';
    }, PAUSE_MS);
  });
  show();
}
