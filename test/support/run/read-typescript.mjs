import { register } from 'node:module';

/** Test files run in plain Node, which must be told how to read TypeScript. */
register('./typescript-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
