import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const plants = [
  { what: 'export *', file: 'src/kernel/planted.ts', text: `export * from './yen.js';` },
  { what: 'a default export', file: 'src/kernel/planted.ts', text: `export default 1;` },
  {
    what: 'forwardRef',
    file: 'src/grants/planted.module.ts',
    text: `import { forwardRef } from '@nestjs/common'; export const a = forwardRef;`,
  },
  { what: 'the wall clock in a rule', file: 'src/grants/domain/planted.ts', text: `export const now = new Date();` },
  {
    what: 'the environment outside config',
    file: 'src/grants/use-cases/planted.ts',
    text: `export const port = process.env['PORT'];`,
  },
  {
    what: 'any',
    file: 'src/grants/domain/planted.ts',
    text: `export const anything = {} as any;`,
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'nothing where the rules are kept',
    file: 'src/grants/domain/planted.ts',
    text: `export const three = 3;`,
    rule: null,
  },
];

/** Without the rules that need types: the planted files exist only here. */
const LINT = `
  import { ESLint } from 'eslint';
  import tseslint from 'typescript-eslint';
  const eslint = new ESLint({
    overrideConfigFile: '.config/eslint.config.js',
    overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
  });
  const lint = async ({ file, text }) => (await eslint.lintText(text, { filePath: file }))[0].messages;
  console.log(JSON.stringify(await Promise.all(JSON.parse(process.argv[1]).map(lint))));
`;

describe('rules of the code that no import shows', () => {
  let found: { ruleId: string | null; message: string }[][];

  beforeAll(async () => {
    const options = ['--input-type=module', '-e', LINT, JSON.stringify(plants)];
    found = JSON.parse((await promisify(execFile)(process.execPath, options)).stdout) as typeof found;
  });

  it.each(plants.map((plant, index) => ({ ...plant, index })))(
    '$what is caught',
    ({ index, rule = 'no-restricted-syntax' }) => {
      const caught = new Set(found[index]?.map(({ ruleId, message }) => ruleId ?? message));
      expect([...caught]).toEqual(rule === null ? [] : [rule]);
    },
  );
});
