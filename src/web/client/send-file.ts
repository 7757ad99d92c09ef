/** A connection on which nothing has moved for so long is given up; a phone does not always notice that it lost one. */
const STALLED_MS = 30_000;

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: 'kept'; readonly list: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'signed-out'; readonly signIn: string }
  | { readonly kind: 'broken' };

export interface Attempt {
  readonly outcome: Promise<Outcome>;
  cancel(): void;
}

interface Reply {
  readonly list?: string;
  readonly detail?: string;
  readonly signIn?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends one file as the form's field would, in a request of its own that tells how far it has come (`fetch` cannot). */
export function sendFile(address: string, field: string, file: File, moved: (share: number) => void): Attempt {
  const request = new XMLHttpRequest();
  let stalled = 0;
  const stillMoving = (): void => {
    window.clearTimeout(stalled);
    stalled = window.setTimeout(() => request.abort(), STALLED_MS);
  };
  const outcome = new Promise<Outcome>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      stillMoving();
      moved(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('loadend', () => {
      window.clearTimeout(stalled);
      resolve(outcomeOf(request));
    });
  });
  request.open('POST', address);
  request.setRequestHeader('X-Requested-With', 'autosave');
  request.setRequestHeader('Accept', 'application/json');
  const form = new FormData();
  form.append(field, file);
  stillMoving();
  request.send(form);
  return { outcome, cancel: () => request.abort() };
}

/** No answer at all, a server that is starting again or one that is busy: the same attempt may succeed in a moment. */
function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome {
  const reply = read(responseText);
  if (reply === null || status === 0 || status === 429 || status >= 500) return { kind: 'broken' };
  if (status === 201) return { kind: 'kept', list: reply.list ?? '' };
  if (status === 401) return { kind: 'signed-out', signIn: reply.signIn ?? '/' };
  return { kind: 'refused', sentence: reply.errors?.[0]?.message ?? reply.detail ?? '' };
}

function read(text: string): Reply | null {
  try {
    return JSON.parse(text) as Reply;
  } catch {
    return null;
  }
}
