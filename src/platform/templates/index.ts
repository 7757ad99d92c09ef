import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The `templates` folder beside `src` or, once built, beside `dist`: what the house brings that is data and no code. */
export function templatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'letters'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder templates/letters is missing');
    folder = parent;
  }
  return join(folder, 'templates');
}
