interface Progress {
  readonly done: number;
  readonly total: number;
  readonly text?: string;
  readonly finished?: boolean;
}

/** Follows a long job by server-sent events; when the line is lost the link to reload the page remains. */
export function followProgress(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) follow(part);
}

function follow(part: HTMLElement): void {
  const bar = part.querySelector('progress');
  const text = part.querySelector('[data-live-text]');
  const address = part.dataset['live'];
  if (!bar || !text || !address) return;
  const source = new EventSource(address);
  source.onmessage = (event: MessageEvent<string>) => {
    const progress = JSON.parse(event.data) as Progress;
    bar.max = Math.max(progress.total, 1);
    bar.value = progress.done;
    text.textContent = progress.text ?? `${String(progress.total)}件のうち${String(progress.done)}件が終わりました。`;
    if (!progress.finished) return;
    source.close();
    // The rest of the page (links to the letters, failures) is the server's to draw.
    location.reload();
  };
}
