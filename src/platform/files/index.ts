export { FileStore, sha256Of, type FileContent, type StoredFile } from './file-store.js';
export { acceptUpload, type AcceptedUpload, type Upload, type UploadKind } from './accept-upload.js';
export { FilesModule } from './files.module.js';
