import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { CleanInputInterceptor } from './clean-input.js';
import { fieldName } from './field-name.js';

export interface Upload {
  /** HTML name of the file field. */
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** What multer leaves on the request. */
interface ReceivedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly buffer: Buffer;
}

const MEGABYTE = 1_048_576;
const LIMITS = { fileSize: 20 * MEGABYTE, files: 20, fieldSize: MEGABYTE, fields: 2000, parts: 2100 };

/** Reads a multipart form (behind the guard) into memory: at most 20 files of 20 MB. For methods whose form has FileFields. */
export const AcceptUploads = (): MethodDecorator =>
  applyDecorators(
    // Without this charset Japanese file names arrive as Latin-1 rubble.
    UseInterceptors(AnyFilesInterceptor({ limits: LIMITS, defParamCharset: 'utf8' } as object), CleanInputInterceptor),
  );

/** The files that were chosen; fields left empty are not among them. */
export const Uploads = createParamDecorator((_: unknown, context: ExecutionContext): readonly Upload[] => {
  const { files = [] } = context.switchToHttp().getRequest<{ files?: readonly ReceivedFile[] }>();
  return files
    .filter((file) => file.originalname !== '')
    .map((file) => ({ field: fieldName(file.fieldname), name: file.originalname, bytes: file.buffer }));
});
