export type UploadKind = 'pdf' | 'image' | 'excel' | 'word' | 'csv';

export interface AcceptedType {
  readonly kind: UploadKind;
  /** What the bytes must prove to be. */
  readonly mediaType: string;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const JPEG: AcceptedType = { kind: 'image', mediaType: 'image/jpeg' };

/** The allow-list: an extension is accepted only when the bytes say the same. */
export const ACCEPTED: Readonly<Record<string, AcceptedType>> = {
  pdf: { kind: 'pdf', mediaType: 'application/pdf' },
  jpg: JPEG,
  jpeg: JPEG,
  jfif: JPEG,
  png: { kind: 'image', mediaType: 'image/png' },
  webp: { kind: 'image', mediaType: 'image/webp' },
  xlsx: { kind: 'excel', mediaType: `${OPEN_XML}.spreadsheetml.sheet` },
  docx: { kind: 'word', mediaType: `${OPEN_XML}.wordprocessingml.document` },
  csv: { kind: 'csv', mediaType: 'text/csv' },
};

export const OFFICE: ReadonlySet<UploadKind> = new Set(['excel', 'word']);

/** With the dot, in the order of the list: `.pdf .jpg .jpeg`. */
export const extensionsOf = (kinds: readonly UploadKind[]): string[] =>
  Object.entries(ACCEPTED)
    .filter(([, { kind }]) => kinds.includes(kind))
    .map(([extension]) => `.${extension}`);

interface Remedy {
  readonly code: string;
  readonly extensions: readonly string[];
  /** Media types by which the bytes betray the kind under an accepted extension. */
  readonly detected?: RegExp;
}

/** Kinds that people do send although they are not accepted: each has its own way out. */
const REMEDIES: readonly Remedy[] = [
  { code: 'files.heic', extensions: ['heic', 'heif', 'hif'], detected: /^image\/hei[cf]/ },
  { code: 'files.other-picture', extensions: ['bmp', 'gif', 'tif', 'tiff', 'avif'] },
  { code: 'files.macro', extensions: ['xlsm', 'xlsb', 'xltm', 'docm', 'dotm', 'pptm'], detected: /macroenabled/ },
  { code: 'files.old-office', extensions: ['xls', 'xlt', 'doc', 'dot'] },
  { code: 'files.archive', extensions: ['zip', 'lzh', '7z', 'rar', 'tar', 'gz', 'tgz'] },
  // 一太郎, DocuWorks, presentations and what phones and other offices write: a PDF of it can be opened everywhere.
  {
    code: 'files.save-as-pdf',
    extensions: [
      ...['jtd', 'jtdc', 'jtt', 'xdw', 'xbd', 'ppt', 'pptx', 'odt', 'ods', 'odp'],
      ...['pages', 'numbers', 'key', 'rtf', 'txt', 'html', 'htm', 'xps'],
    ],
  },
  { code: 'files.film', extensions: ['mp4', 'mov', 'avi', 'wmv', 'm4v', 'mp3', 'm4a', 'wav'] },
];

/** The code whose sentence says what to do with a kind that is not accepted; null where there is no special way. */
export const remedyFor = ({
  extension,
  detected,
}: {
  extension?: string | undefined;
  detected?: string | undefined;
}): string | null =>
  REMEDIES.find(
    (remedy) =>
      (extension !== undefined && remedy.extensions.includes(extension)) ||
      (detected !== undefined && remedy.detected?.test(detected)),
  )?.code ?? null;
