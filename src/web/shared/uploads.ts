import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import type { Upload as NamedBytes } from '../../platform/files/index.js';
import { CleanInputInterceptor } from './clean-input.js';
import { fieldName } from './field-name.js';
import { UploadMemory, type KeptFile } from './upload-memory.js';

export interface Upload extends NamedBytes {
  /** HTML name of the file field. */
  readonly field: string;
}

/** What multer leaves on the request. */
interface ReceivedFile extends KeptFile {
  readonly fieldname: string;
  readonly originalname: string;
}

const MEGABYTE = 1_048_576;
/** A file past this is not even read to its end: nobody takes a film for a document. */
const LIMITS = { fileSize: 300 * MEGABYTE, files: 20, fieldSize: MEGABYTE, fields: 2000, parts: 2100 };
const OPTIONS = {
  limits: LIMITS,
  storage: new UploadMemory(),
  // Without this charset Japanese file names arrive as Latin-1 rubble.
  defParamCharset: 'utf8',
};

/**
 * Reads a multipart form (behind the guard) into memory: at most 20 files of 20 MB, together 100 MB. What is larger
 * comes without its bytes and is refused where uploads are accepted. For methods whose form has FileFields.
 */
export const AcceptUploads = (): MethodDecorator =>
  applyDecorators(UseInterceptors(AnyFilesInterceptor(OPTIONS), CleanInputInterceptor));

/** The files that were chosen; fields left empty are not among them. */
export const Uploads = createParamDecorator((_: unknown, context: ExecutionContext): readonly Upload[] => {
  const { files = [] } = context.switchToHttp().getRequest<{ files?: readonly ReceivedFile[] }>();
  return files
    .filter((file) => file.originalname !== '')
    .map(({ fieldname, originalname, buffer, refusal }) => ({
      field: fieldName(fieldname),
      name: originalname,
      bytes: buffer,
      refusal,
    }));
});
