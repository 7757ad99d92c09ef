import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { transformFile } from '@swc/core';

const GLOBALS = new URL('jest-globals.mjs', import.meta.url).href;

/** As the compiler does: `./grant.js` may be written in `grant.ts` or `grant.tsx`. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && !context.parentURL.includes('/node_modules/')) {
    const stem = new URL(specifier.slice(0, -'.js'.length), context.parentURL).href;
    const url = ['.ts', '.tsx'].map((ending) => stem + ending).find((each) => existsSync(fileURLToPath(each)));
    if (url !== undefined) return { url, shortCircuit: true };
  }
  return next(specifier, context);
}

/** By the same settings as the build, `.swcrc`. */
export async function load(url, context, next) {
  if (!/\.tsx?(\?|$)/.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
