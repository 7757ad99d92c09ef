import { platformMessages } from '../shared/messages/platform.js';
import { UploadRow } from './upload-row.js';

/** File fields with `data-send-to` send what is chosen at once, each file by a request of its own. */
export function sendChosenFiles(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file][data-send-to]')];
  if (inputs.length === 0) return;
  const fields = inputs.flatMap((input) => (input.form ? [new UploadField(input, input.form)] : []));
  window.addEventListener('beforeunload', (event) => {
    if (fields.some((field) => field.unsent)) event.preventDefault();
  });
  window.addEventListener('online', () => fields.forEach((field) => field.hurry()));
  // A file that misses its field must not replace the page and all that is typed in it.
  for (const kind of ['dragover', 'drop']) {
    window.addEventListener(kind, (event) => {
      if (carriesFiles(event as DragEvent)) event.preventDefault();
    });
  }
}

class UploadField {
  private readonly place: HTMLElement;
  private readonly status: HTMLElement | null;
  private readonly rows = document.createElement('ul');
  private all: UploadRow[] = [];
  private readonly queue: UploadRow[] = [];
  private sending: UploadRow | null = null;
  private keptCount = 0;
  private submitAfterwards: (() => void) | null = null;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly form: HTMLFormElement,
  ) {
    this.place = input.closest<HTMLElement>('.field') ?? form;
    this.status = this.place.querySelector('[data-upload-status]');
    this.rows.className = 'uploads';
    this.rows.setAttribute('aria-label', '送っているファイル');
    this.place.append(this.rows);
    for (const instead of form.querySelectorAll<HTMLElement>('[data-instead-of-sending]')) {
      if (instead.dataset['insteadOfSending'] === input.name) instead.hidden = true;
    }
    input.addEventListener('change', (event) => this.chosenIn(input, event));
    this.acceptDrops();
    if (input.accept.includes('.jpg') && window.matchMedia('(pointer: coarse)').matches) this.offerCamera();
    form.addEventListener('submit', (event) => this.submitted(event));
  }

  get unsent(): boolean {
    return this.all.some((row) => row.unsent);
  }

  hurry(): void {
    this.sending?.hurry();
  }

  /** The field is emptied, so that the form does not send the same files once more; the autosave need not know. */
  private chosenIn(input: HTMLInputElement, event: Event): void {
    event.stopPropagation();
    const files = [...(input.files ?? [])];
    input.value = '';
    this.take(files);
  }

  private take(files: readonly File[]): void {
    this.keptCount = 0;
    const most = this.input.multiple ? files.length : 1;
    for (const file of files.slice(0, most)) this.add(file);
    if (files.length > most) this.tell('この欄に添えられるのは1つです。1つだけ選んでください。');
    void this.work();
  }

  private add(file: File): void {
    const row = new UploadRow(file, {
      kept: (list) => this.kept(file, list),
      told: (sentence) => this.fell(sentence),
      wanted: (wanted) => this.enqueue(wanted),
      tookFocus: () => this.input.focus(),
    });
    this.all = [...this.all.filter(({ unsent }) => unsent), row];
    this.rows.append(row.element);
    const refusal = this.refusalOf(file);
    if (refusal === null) this.enqueue(row);
    else row.refuse(refusal);
  }

  /** What need not travel to be refused: a phone pays for every megabyte. */
  private refusalOf({ name, size }: File): string | null {
    if (size === 0) return platformMessages['files.empty'].replace('{name}', name);
    if (size <= Number(this.input.dataset['most'])) return null;
    return platformMessages['files.too-big'].replace('{name}', name);
  }

  private enqueue(row: UploadRow): void {
    row.wait();
    this.queue.push(row);
    void this.work();
  }

  /** One after the other: a slow line is not shared out among many. */
  private async work(): Promise<void> {
    if (this.sending) return;
    for (let row = this.queue.shift(); row; row = this.queue.shift()) {
      this.sending = row;
      await row.send(this.input.dataset['sendTo'] ?? '', this.input.name);
      this.sending = null;
    }
    this.finished();
  }

  private kept(file: File, list: string): void {
    this.keptCount += 1;
    for (const place of this.form.querySelectorAll<HTMLElement>('[data-files-of]')) {
      if (place.dataset['filesOf'] === this.input.name) place.innerHTML = list;
    }
    this.tell(this.keptCount === 1 ? `${file.name}を添えました。` : `${String(this.keptCount)}件を添えました。`);
  }

  /** A file did not arrive: going on now would leave it behind unseen. */
  private fell(sentence: string): void {
    const waited = this.submitAfterwards !== null;
    this.submitAfterwards = null;
    this.tell(waited ? `${sentence}まだ次へは進んでいません。` : sentence);
  }

  private finished(): void {
    const submit = this.submitAfterwards;
    this.submitAfterwards = null;
    if (!this.unsent) submit?.();
  }

  /** The page waits for its files; nobody else hears of a submit that does not happen yet. */
  private submitted(event: SubmitEvent): void {
    if (!this.unsent) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.sending) {
      this.tell('まだ届いていないファイルがあります。「もう一度送る」か「やめる」を押してください。');
      return;
    }
    this.submitAfterwards = () => this.form.requestSubmit(event.submitter);
    this.tell('ファイルを送っています。送り終えると、ひとりでに次へ進みます。');
  }

  private acceptDrops(): void {
    const lit = (on: boolean): void => void this.place.classList.toggle('field-dropping', on);
    this.place.addEventListener('dragover', (event) => lit(carriesFiles(event)));
    this.place.addEventListener('dragleave', () => lit(false));
    this.place.addEventListener('drop', (event) => {
      lit(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.take([...(event.dataTransfer?.files ?? [])]);
    });
    if (!window.matchMedia('(pointer: fine)').matches) return;
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = 'ファイルをここへ引きずって（ドラッグして）添えることもできます。';
    this.input.after(hint);
  }

  /** A second, unnamed field that opens the camera at once; phones without one open their pictures. */
  private offerCamera(): void {
    const camera = document.createElement('input');
    camera.type = 'file';
    camera.accept = 'image/jpeg,image/png';
    camera.setAttribute('capture', 'environment');
    camera.hidden = true;
    camera.addEventListener('change', (event) => this.chosenIn(camera, event));
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-secondary button-small upload-camera';
    button.textContent = 'カメラで撮る';
    button.addEventListener('click', () => camera.click());
    this.input.after(button, camera);
  }

  private tell(sentence: string): void {
    if (this.status) this.status.textContent = sentence;
  }
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
