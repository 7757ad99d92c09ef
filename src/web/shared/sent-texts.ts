import type { ArgumentsHost, ExecutionContext } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { EMPTY } from 'rxjs';
import { cleanInput } from './clean-input.js';

/** Lets every file pass by unread. */
class Nowhere {
  _handleFile(_request: object, { stream }: { readonly stream: Readable }, done: (error: Error | null) => void): void {
    stream.on('error', done);
    stream.on('end', () => done(null));
    stream.resume();
  }

  _removeFile(_request: object, _file: object, done: (error: Error | null) => void): void {
    done(null);
  }
}

/** Enough for any section of an application, and no room for a stranger to fill: about 10 MB at the very most. */
const LIMITS = { fieldSize: 16_384, fields: 600, files: 20, parts: 620 };
const TextReader = AnyFilesInterceptor({ limits: LIMITS, storage: new Nowhere(), defParamCharset: 'utf8' } as object);

/**
 * The texts of a form whose sender was not let in. A multipart form is read only behind the guard; here its texts are
 * read all the same, so that they are not lost, and its files are not.
 */
export async function sentTexts(host: ArgumentsHost): Promise<unknown> {
  const request = host.switchToHttp().getRequest<Request>();
  if (request.is('multipart/form-data')) {
    try {
      await new TextReader().intercept(host as ExecutionContext, { handle: () => EMPTY });
    } catch {
      // More than any form of ours sends: what was read up to there is all that can be kept.
    }
  }
  return cleanInput(request.body ?? {});
}
