import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file of an archive, with its folders in the name. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is small already: packing it again costs time and gains nothing. */
const PACKED = /\.(pdf|png|jpe?g|webp|zip|xlsx|docx)$/i;

/** A ZIP archive as a stream: at any moment one entry of it is in memory. Names are UTF-8. */
export const zipStream = (entries: AsyncIterable<ZipEntry>): Readable => Readable.from(pack(entries));

async function* pack(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const failed: Error[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) failed.push(error);
    else ready.push(chunk);
  });
  for await (const { path, bytes } of entries) {
    const file = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path);
    zip.add(file);
    file.push(bytes, true);
    yield* ready.splice(0);
    if (failed[0]) throw failed[0];
  }
  zip.end();
  yield* ready.splice(0);
}

/** A name that Windows, macOS and every unpacker take as one file of a folder. */
export const safeName = (name: string): string =>
  name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/^\.+/, '_') || '_';
