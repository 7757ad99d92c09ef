export { safeName, zipStream, type ZipEntry } from './zip-stream.js';
