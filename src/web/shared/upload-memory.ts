import type { Readable } from 'node:stream';
import { MAX_UPLOAD_BYTES } from '../../platform/files/index.js';

const LARGEST_REQUEST = 100 * 1_048_576;

/** A file as it arrived: whole, or without its bytes and with the code that says why. */
export interface KeptFile {
  readonly buffer: Buffer;
  readonly refusal: string | undefined;
}

type Done = (error: Error | null, kept?: KeptFile) => void;

/**
 * Where multer puts what it reads. A file that is too large is read to its end but not kept, so that the sentence can
 * stand at its own field and the rest of the form is not lost with it.
 */
export class UploadMemory {
  private readonly keptOf = new WeakMap<object, number>();

  _handleFile(request: object, { stream }: { readonly stream: Readable }, done: Done): void {
    const parts: Buffer[] = [];
    let size = 0;
    let refusal: string | undefined;
    stream.on('data', (part: Buffer) => {
      size += part.length;
      refusal ??= this.refusalOf(request, size);
      if (refusal === undefined) parts.push(part);
      else parts.length = 0;
    });
    stream.on('error', done);
    stream.on('end', () => {
      if (refusal === undefined) this.keptOf.set(request, (this.keptOf.get(request) ?? 0) + size);
      done(null, { buffer: Buffer.concat(parts), refusal });
    });
  }

  _removeFile(_request: object, _file: object, done: (error: Error | null) => void): void {
    done(null);
  }

  private refusalOf(request: object, size: number): string | undefined {
    if (size > MAX_UPLOAD_BYTES) return 'files.too-big';
    return (this.keptOf.get(request) ?? 0) + size > LARGEST_REQUEST ? 'files.too-much-at-once' : undefined;
  }
}
