export { FileStore, sha256Of, type FileContent, type StoredFile } from './file-store.js';
export { acceptUpload, MAX_UPLOAD_BYTES, type AcceptedUpload, type Upload } from './accept-upload.js';
export { FILE_EVENTS, type ScanState, type WaitingScan } from './file-scans.js';
export { ScanFile } from './scan-file.js';
export { FilesModule } from './files.module.js';
