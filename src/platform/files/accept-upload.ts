import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../../kernel/domain-error.js';

const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

export type UploadKind = 'pdf' | 'image' | 'excel' | 'word' | 'csv';

interface AcceptedType {
  readonly kind: UploadKind;
  readonly mediaType: string;
  /** What the bytes must prove to be; null for plain text, which has no signature. */
  readonly detected: readonly string[] | null;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** The allow-list: an extension is accepted only when the bytes say the same. */
const ACCEPTED: Readonly<Record<string, AcceptedType>> = {
  pdf: { kind: 'pdf', mediaType: 'application/pdf', detected: ['application/pdf'] },
  jpg: { kind: 'image', mediaType: 'image/jpeg', detected: ['image/jpeg'] },
  jpeg: { kind: 'image', mediaType: 'image/jpeg', detected: ['image/jpeg'] },
  png: { kind: 'image', mediaType: 'image/png', detected: ['image/png'] },
  xlsx: {
    kind: 'excel',
    mediaType: `${OPEN_XML}.spreadsheetml.sheet`,
    detected: [`${OPEN_XML}.spreadsheetml.sheet`, 'application/zip'],
  },
  docx: {
    kind: 'word',
    mediaType: `${OPEN_XML}.wordprocessingml.document`,
    detected: [`${OPEN_XML}.wordprocessingml.document`, 'application/zip'],
  },
  csv: { kind: 'csv', mediaType: 'text/csv', detected: null },
};

export interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
}

export interface AcceptedUpload extends Upload {
  readonly mediaType: string;
}

/**
 * Checks an uploaded file by its extension, its bytes and its size, and cleans its name.
 * Throws DomainError `files.*` with a fault at `pointer`, so that the sentence stands at the file's field.
 */
export async function acceptUpload(
  upload: Upload,
  kinds: readonly UploadKind[],
  pointer: string,
): Promise<AcceptedUpload> {
  const name = cleanName(upload.name);
  const refuse = (code: string): DomainError => DomainError.invalid([{ pointer, code, params: { name } }]);
  const { bytes } = upload;
  if (bytes.length === 0) throw refuse('files.empty');
  if (bytes.length > MAX_UPLOAD_BYTES) throw refuse('files.too-big');
  const type = ACCEPTED[name.split('.').pop()?.toLowerCase() ?? ''];
  if (!type || !kinds.includes(type.kind)) throw refuse('files.type-not-accepted');
  const detected = await fileTypeFromBuffer(bytes);
  if (type.detected === null ? detected !== undefined : !type.detected.includes(detected?.mime ?? '')) {
    throw refuse('files.content-differs');
  }
  if (type.kind === 'pdf' && needsPassword(bytes)) throw refuse('files.password');
  return { bytes, name, mediaType: type.mediaType };
}

/** An encrypted PDF names its encryption dictionary in the trailer or in a cross-reference stream, never compressed. */
const needsPassword = (bytes: Buffer): boolean => /\/Encrypt\s+\d+\s+\d+\s+R/.test(bytes.toString('latin1'));

/** Only the last part of a path, without control characters, at most 120 characters, in composed form. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const clean = [...last].filter((character) => character >= ' ' && character !== '\u007f').join('');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  return `${[...stem].slice(0, 110).join('')}${extension.slice(0, 10)}`;
}
