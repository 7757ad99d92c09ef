const WAITING = '送信しています。そのままお待ちください。';

/** A second click while the first is on its way sends nothing and says so. */
export function guardSubmits(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) guard(form);
}

function guard(form: HTMLFormElement): void {
  const message = document.createElement('p');
  message.className = 'submit-state';
  message.setAttribute('role', 'status');
  form.append(message);
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    form.classList.add('form-sending');
    message.textContent = WAITING;
  });
  // Coming back by the browser's back button brings the page as it was left: still sending.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    sending = false;
    form.classList.remove('form-sending');
    message.textContent = '';
  });
}
