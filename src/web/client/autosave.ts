const PAUSE_MS = 1500;
const RETRY_MS = 15_000;

interface Reply {
  readonly version?: number;
  readonly detail?: string;
  readonly signIn?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** Forms with `data-autosave` keep what is typed on the server, a moment after the last key. */
export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    const state = form.querySelector<HTMLElement>('[data-autosave-state]');
    const address = form.dataset['autosave'];
    if (state && address) new Autosave(form, state, address).start();
  }
}

class Autosave {
  private timer = 0;
  private saving = false;
  private dirty = false;
  private halted = false;
  private submitAfterSave: (() => void) | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly state: HTMLElement,
    private readonly address: string,
  ) {}

  start(): void {
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('change', () => this.changed());
    this.form.addEventListener('submit', (event) => this.submitted(event));
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.halted = false;
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.dirty) void this.save();
      else if (this.dirty) this.saveIn(0);
    });
    window.addEventListener('online', () => {
      if (this.dirty) this.saveIn(0);
    });
  }

  /** A save on its way will raise the version: the submit waits for it, or it would arrive stale by our own doing. */
  private submitted(event: SubmitEvent): void {
    window.clearTimeout(this.timer);
    this.halted = true;
    if (!this.saving) return;
    event.preventDefault();
    this.submitAfterSave = () => this.form.requestSubmit(event.submitter);
  }

  private changed(): void {
    this.dirty = true;
    this.saveIn(PAUSE_MS);
  }

  private saveIn(milliseconds: number): void {
    if (this.halted) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  private async save(): Promise<void> {
    if (this.halted) return;
    if (this.saving) return this.saveIn(PAUSE_MS);
    this.saving = true;
    this.dirty = false;
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        body: this.typed(),
        headers: { 'X-Requested-With': 'autosave', Accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
        keepalive: document.visibilityState === 'hidden',
      });
      this.answered(response.status, (await response.json()) as Reply);
    } catch {
      this.again('保存できませんでした。通信を確認してください。入力した内容はこの画面に残っています。');
    } finally {
      this.saving = false;
      this.submitAfterSave?.();
      this.submitAfterSave = null;
    }
  }

  /** Files travel only with a real submit. */
  private typed(): URLSearchParams {
    const pairs = [...new FormData(this.form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return new URLSearchParams(pairs);
  }

  private answered(status: number, reply: Reply): void {
    if (status === 200) {
      if (reply.version !== undefined) this.carry(reply.version);
      this.say('saved', `保存しました ${clock()}`);
      this.form.dispatchEvent(new Event('autosaved', { bubbles: true }));
    } else if (status === 401) {
      this.say('failed', 'ログインの期限が切れました。入力した内容はこの画面に残っています。', {
        href: reply.signIn ?? '/',
        label: '別の画面でログインする',
      });
      this.again(null);
    } else if (status === 409) {
      this.halted = true;
      this.say('failed', reply.detail ?? 'ほかの人が先に保存しました。', {
        href: location.href,
        label: '最新の内容を別の画面で見る',
      });
    } else if (status === 422) {
      this.say('failed', `まだ保存していません。${reply.errors?.[0]?.message ?? reply.detail ?? ''}`);
    } else {
      this.again('保存できませんでした。しばらくしてからもう一度保存します。');
    }
  }

  private carry(version: number): void {
    const field = this.form.querySelector<HTMLInputElement>('input[name="version"]');
    if (field) field.value = String(version);
  }

  private again(message: string | null): void {
    this.dirty = true;
    if (message) this.say('failed', message);
    this.saveIn(RETRY_MS);
  }

  private say(tone: 'saved' | 'failed', text: string, link?: { href: string; label: string }): void {
    this.state.dataset['tone'] = tone;
    const parts: (string | Node)[] = [text];
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link.href;
      anchor.target = '_blank';
      anchor.rel = 'noopener';
      anchor.textContent = `${link.label}（新しいタブ）`;
      parts.push(' ', anchor);
    }
    this.state.replaceChildren(...parts);
  }
}

function clock(): string {
  const now = new Date();
  return `${String(now.getHours())}:${String(now.getMinutes()).padStart(2, '0')}`;
}
