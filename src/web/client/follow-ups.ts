/**
 * Questions that are asked only after a certain choice come and go with it. What is typed in one that goes stays in its
 * fields and is sent along; whether it counts is the server's to say.
 */
export function showFollowUps(): void {
  const questions = [...document.querySelectorAll<HTMLElement>('[data-when]')];
  if (questions.length === 0) return;
  const update = (): void => questions.forEach(refresh);
  document.addEventListener('change', update);
  // Coming back by the browser's back button may bring other choices than the server knew.
  window.addEventListener('pageshow', update);
}

/** In the order of the page, so that what hangs on a hidden question is hidden with it. */
function refresh(question: HTMLElement): void {
  const { when = '', is = '' } = question.dataset;
  const choices = [...document.querySelectorAll<HTMLInputElement>(`input[name="${when}"], input[name="${when}[]"]`)];
  // The choice may stand on another page: then the server has decided.
  if (choices.length === 0) return;
  const asked = choices.some((choice) => choice.checked && choice.value === is && !choice.closest('[hidden]'));
  question.hidden = !asked;
  const unseen = question.querySelector<HTMLInputElement>('[data-unseen]');
  if (unseen) unseen.disabled = asked;
}
