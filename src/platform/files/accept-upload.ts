import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../../kernel/domain-error.js';
import { composeKana } from '../../kernel/kana.js';
import { ACCEPTED, extensionsOf, OFFICE, remedyFor, type AcceptedType, type UploadKind } from './accepted-types.js';
import { hasMacros, isOleContainer, isOfficePackage, needsPassword as officeNeedsPassword } from './office-file.js';
import { needsPassword as pdfNeedsPassword } from './pdf-password.js';

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

export interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
  /** Why it came without its bytes: the code of what the door found. */
  readonly refusal?: string | undefined;
}

export interface AcceptedUpload {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
  /** The field that it came from: what is found out later is said there too. */
  readonly pointer: string;
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
  const fault = upload.refusal ?? (await faultIn(upload.bytes, name, kinds));
  if (fault !== null) {
    const params = { name, accepted: extensionsOf(kinds).join(' ') };
    throw DomainError.invalid([{ pointer, code: fault, params }]);
  }
  return { bytes: upload.bytes, name, mediaType: ACCEPTED[extensionOf(name)]?.mediaType ?? '', pointer };
}

/** The code of the first thing that is wrong with a file. */
async function faultIn(bytes: Buffer, name: string, kinds: readonly UploadKind[]): Promise<string | null> {
  if (bytes.length === 0) return 'files.empty';
  if (bytes.length > MAX_UPLOAD_BYTES) return 'files.too-big';
  const extension = extensionOf(name);
  const type = ACCEPTED[extension];
  if (!type || !kinds.includes(type.kind)) return remedyFor({ extension }) ?? 'files.type-not-accepted';
  if (OFFICE.has(type.kind) && isOleContainer(bytes)) {
    return officeNeedsPassword(bytes) ? 'files.password' : 'files.old-office';
  }
  const detected = (await fileTypeFromBuffer(bytes))?.mime;
  if (!provenBy(type, bytes, detected)) return remedyFor({ detected }) ?? 'files.content-differs';
  if (OFFICE.has(type.kind) && hasMacros(bytes)) return 'files.macro';
  return type.kind === 'pdf' && pdfNeedsPassword(bytes) ? 'files.password' : null;
}

/** Plain text has no signature, so it proves itself by having none; an unusual package by the parts it names. */
function provenBy(type: AcceptedType, bytes: Buffer, detected: string | undefined): boolean {
  if (type.kind === 'csv') return detected === undefined;
  return detected === type.mediaType || (detected === 'application/zip' && isOfficePackage(bytes, type.kind));
}

const extensionOf = (name: string): string => name.split('.').pop()?.toLowerCase() ?? '';

/** Signs that turn the direction of writing would show `exe.pdf` as `fdp.exe`; nothing invisible stays in a name. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Only the last part of a path, without invisible characters, at most 120 characters, its kana composed. */
function cleanName(name: string): string {
  const last = composeKana(name).split(/[\\/]/).pop() ?? '';
  const clean = last.replace(INVISIBLE, '').trim();
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  return `${[...stem].slice(0, 110).join('')}${extension.slice(0, 10)}`;
}
