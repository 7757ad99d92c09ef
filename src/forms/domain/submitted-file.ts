/** A file as it was sent. Its short code is what people compare; the whole hash stands in the receipt's annex. */
export interface SubmittedFile {
  /** Where it belongs: the question it answers, or a document of the organisation. */
  readonly kind: string;
  readonly label: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** The first eight characters of a hash, in the shape people read aloud: `3FA9-01C2`. */
export const shortCode = (sha256: string): string => `${sha256.slice(0, 4)}-${sha256.slice(4, 8)}`.toUpperCase();

export const inWords = (files: readonly SubmittedFile[]): string =>
  files.map(({ name, sha256 }) => `${name}（${shortCode(sha256)}）`).join('、');
