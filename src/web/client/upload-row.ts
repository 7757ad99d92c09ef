import { sendFile, type Attempt, type Outcome } from './send-file.js';

/** Pauses before each further attempt; after the last the person decides. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000];

interface RowEvents {
  /** The server has the file; with the list of all that it has. */
  kept(list: string): void;
  /** There is something that a person should hear. */
  told(sentence: string): void;
  /** The person wants it sent once more. */
  wanted(row: UploadRow): void;
  /** It is gone from the page, and the focus with it. */
  tookFocus(): void;
}

/** One file on its way: seen with its progress, sent again by itself when the line breaks, or by a button. */
export class UploadRow {
  readonly element = document.createElement('li');
  /** Would be lost with the page. */
  unsent = true;
  private readonly bar = document.createElement('progress');
  private readonly text = document.createElement('span');
  private readonly again: HTMLButtonElement;
  private readonly away: HTMLButtonElement;
  private attempt: Attempt | null = null;
  private failures = 0;
  private pause = 0;
  private endPause: () => void = () => undefined;

  constructor(
    private readonly file: File,
    private readonly events: RowEvents,
  ) {
    const name = document.createElement('span');
    name.className = 'upload-name';
    name.textContent = file.name;
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', `${file.name}の送信`);
    this.text.className = 'upload-text';
    this.again = this.button('もう一度送る', () => (this.pause === 0 ? this.events.wanted(this) : this.hurry()));
    this.again.hidden = true;
    this.away = this.button('やめる', () => this.takeAway());
    this.element.append(name, this.bar, this.text, this.again, this.away);
    this.wait();
  }

  wait(): void {
    this.again.hidden = true;
    this.say('順番を待っています。');
  }

  /** Resolves when the file has arrived, was refused, or waits for the person. */
  async send(address: string, field: string): Promise<void> {
    while (this.unsent) {
      this.again.hidden = true;
      this.say('送っています。');
      this.attempt = sendFile(address, field, this.file, (share) => this.moved(share));
      const outcome = await this.attempt.outcome;
      this.attempt = null;
      // Taken away while on its way; should it have arrived, the list on the next page says so.
      if (!this.unsent || this.settle(outcome)) return;
      await this.nextAttempt();
    }
  }

  /** Says at once what the server would say. */
  refuse(sentence: string): void {
    this.unsent = false;
    this.element.className = 'upload-refused';
    this.bar.hidden = true;
    this.again.hidden = true;
    this.away.firstChild?.replaceWith('閉じる');
    this.say(sentence);
    this.events.told(sentence);
  }

  /** The connection is back: no need to wait for the end of the pause. */
  hurry(): void {
    if (this.pause !== 0) this.endPause();
  }

  /** False when another attempt shall follow by itself. */
  private settle(outcome: Outcome): boolean {
    if (outcome.kind === 'kept') {
      this.unsent = false;
      this.leave();
      this.events.kept(outcome.list);
    } else if (outcome.kind === 'refused') {
      this.refuse(outcome.sentence);
    } else if (outcome.kind === 'signed-out') {
      this.leaveToPerson(
        'ログインの期限が切れました。ログインしてから「もう一度送る」を押してください。',
        outcome.signIn,
      );
    } else if (this.failures === PAUSES_MS.length) {
      this.leaveToPerson('送れませんでした。通信を確かめてから「もう一度送る」を押してください。');
    } else {
      return false;
    }
    return true;
  }

  private nextAttempt(): Promise<void> {
    this.again.hidden = false;
    this.say('通信が切れました。まもなくもう一度送ります。');
    return new Promise((resolve) => {
      this.endPause = () => {
        window.clearTimeout(this.pause);
        this.pause = 0;
        resolve();
      };
      this.pause = window.setTimeout(() => this.endPause(), PAUSES_MS[this.failures] ?? 0);
      this.failures += 1;
    });
  }

  private leaveToPerson(sentence: string, signIn?: string): void {
    this.failures = 0;
    this.again.hidden = false;
    this.say(sentence);
    if (signIn !== undefined) this.text.append(' ', newTab(signIn, '別の画面でログインする（新しいタブ）'));
    this.events.told(sentence);
  }

  private takeAway(): void {
    this.unsent = false;
    this.attempt?.cancel();
    this.hurry();
    this.leave();
  }

  private leave(): void {
    const focused = this.element.contains(document.activeElement);
    this.element.remove();
    if (focused) this.events.tookFocus();
  }

  private moved(share: number): void {
    this.bar.value = share;
    this.say(share < 1 ? `送っています（${String(Math.floor(share * 100))}％）。` : '届いたファイルを確かめています。');
  }

  private say(sentence: string): void {
    this.text.textContent = sentence;
  }

  private button(label: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet button-small';
    const which = document.createElement('span');
    which.className = 'visually-hidden';
    which.textContent = `：${this.file.name}`;
    button.append(label, which);
    button.addEventListener('click', press);
    return button;
  }
}

function newTab(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = label;
  return link;
}
