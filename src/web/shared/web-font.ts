import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Folder and version of the web font; the version is part of its address, so that the browser may keep it for ever. */
export function webFont(): { folder: string; prefix: string } {
  const manifest = require.resolve('@fontsource-variable/noto-sans-jp/package.json');
  const { version } = require(manifest) as { version: string };
  return { folder: join(dirname(manifest), 'files'), prefix: `fonts/${version}/` };
}
