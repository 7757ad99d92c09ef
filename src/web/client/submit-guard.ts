const WAITING = '送信しています。そのままお待ちください。';

/** An answer that is a file leaves the page where it is: after this while the form may be sent again. */
const PATIENCE_MS = 10_000;

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
  const release = (): void => {
    sending = false;
    form.classList.remove('form-sending');
    message.textContent = '';
  };
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    form.classList.add('form-sending');
    message.textContent = WAITING;
    window.setTimeout(release, PATIENCE_MS);
  });
  // Coming back by the browser's back button brings the page as it was left: still sending.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) release();
  });
}
