import type { UploadKind } from './accepted-types.js';

/** Word and Excel files of before 2007, and newer ones with a password, are OLE containers. */
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream in which a newer file lies encrypted, as the container's directory names it ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const MAIN_FOLDER: Partial<Record<UploadKind, string>> = { excel: 'xl/', word: 'word/' };

export const isOleContainer = (bytes: Buffer): boolean => bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE);

/** Of an OLE container under a newer extension. */
export const needsPassword = (bytes: Buffer): boolean => bytes.includes(ENCRYPTED_PACKAGE);

/** Names stand uncompressed in a package, so they are found without unpacking anything. */
export function isOfficePackage(bytes: Buffer, kind: UploadKind): boolean {
  const folder = MAIN_FOLDER[kind];
  return folder !== undefined && bytes.includes('[Content_Types].xml') && bytes.includes(folder);
}

/** Programmes inside a document: renamed from .xlsm or .docm, or left behind by another office. */
export const hasMacros = (bytes: Buffer): boolean => bytes.includes('vbaProject.bin');
