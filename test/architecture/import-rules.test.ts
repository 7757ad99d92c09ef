import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const project = process.cwd();
const config = createRequire(path.join(project, 'package.json'))('./.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};
const rules = config.forbidden.map(({ name }) => name);
const arrows = rules.filter((name) => name.startsWith('times-arrow-')).map((name) => name.replace('times-arrow-', ''));
/** In the order of time; the last one has nothing after it. */
const stages = [...arrows, 'disclosure'];

/** A file that breaks one rule, with the text that breaks it. */
interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const plants: readonly Plant[] = [
  { rule: 'kernel-imports-nothing', file: 'src/kernel/planted.ts', text: `import 'node:fs';` },
  {
    rule: 'domain-is-pure',
    file: 'src/budgets/domain/planted.ts',
    text: `import { Injectable } from '@nestjs/common'; export { Injectable };`,
  },
  {
    rule: 'domain-is-pure',
    file: 'src/cases/domain/planted.ts',
    text: `import type { Clock } from '../../platform/clock/index.js'; export type { Clock };`,
  },
  ...arrows.map((stage, position) => ({
    rule: `times-arrow-${stage}`,
    file: `src/${stage}/use-cases/planted-arrow.ts`,
    text: `import '../../${stages[position + 1] ?? ''}/index.js';`,
  })),
  {
    rule: 'front-door-only',
    file: 'src/payments/use-cases/planted-door.ts',
    text: `import '../../grants/store/row.js';`,
  },
  { rule: 'front-door-only', file: 'src/web/staff/planted-door.ts', text: `import '../../grants/store/row.js';` },
  {
    rule: 'browser-door-for-scripts-only',
    file: 'src/payments/use-cases/planted-browser.ts',
    text: `import '../../grants/in-browser.js';`,
  },
  {
    rule: 'scripts-are-pure',
    file: 'src/web/client/planted.ts',
    text: `import '../shared/planted-words.js';`,
  },
  {
    rule: 'modules-know-modules',
    file: 'src/payments/use-cases/planted-module.ts',
    text: `import '../../grants/grants.module.js';`,
  },
  { rule: 'platform-knows-no-stage', file: 'src/platform/files/planted.ts', text: `import '../../grants/index.js';` },
  {
    rule: 'nobody-imports-a-door',
    file: 'src/grants/use-cases/planted-web.ts',
    text: `import '../../web/shared/index.js';`,
  },
  { rule: 'doors-ignore-each-other', file: 'src/worker/planted.ts', text: `import '../web/shared/index.js';` },
  { rule: 'desks-ignore-each-other', file: 'src/web/committee/planted.ts', text: `import '../staff/queue.js';` },
  {
    rule: 'typeorm-only-in-stores',
    file: 'src/grants/use-cases/planted-typeorm.ts',
    text: `import { DataSource } from 'typeorm'; export { DataSource };`,
  },
  {
    rule: 'typeorm-only-in-stores',
    file: 'src/web/staff/planted-typeorm.ts',
    text: `import type { EntityManager } from 'typeorm'; export type { EntityManager };`,
  },
  {
    rule: 'modules-name-typeorm-only-for-wiring',
    file: 'src/grants/planted.module.ts',
    text: `import { DataSource } from 'typeorm'; export { DataSource };`,
  },
  {
    rule: 'bullmq-only-in-queue',
    file: 'src/worker/planted-queue.ts',
    text: `import { Queue } from 'bullmq'; export { Queue };`,
  },
  {
    rule: 'pdfkit-only-in-pdf',
    file: 'src/notices/use-cases/planted-pdf.ts',
    text: `import pdf from 'pdfkit'; export { pdf };`,
  },
  {
    rule: 'http-only-in-doors',
    file: 'src/grants/use-cases/planted-http.ts',
    text: `import type { Request } from 'express'; export type { Request };`,
  },
  {
    rule: 'class-validator-only-in-doors',
    file: 'src/grants/use-cases/planted-shape.ts',
    text: `import { IsInt } from 'class-validator'; export { IsInt };`,
  },
  { rule: 'no-cycles', file: 'src/kernel/planted-a.ts', text: `import './planted-b.js'; export const a = 1;` },
  { rule: 'migrations-stand-alone', file: 'migrations/planted.ts', text: `import '../src/kernel/yen.js';` },
  {
    rule: 'source-knows-no-tests',
    file: 'src/grants/use-cases/planted-test.ts',
    text: `import '../../../test/support/index.js';`,
  },
  { rule: 'nothing-unresolvable', file: 'src/grants/use-cases/planted-nowhere.ts', text: `import './nowhere.js';` },
  {
    rule: 'no-development-packages',
    file: 'src/grants/use-cases/planted-dev.ts',
    text: `import fc from 'fast-check'; export { fc };`,
  },
];

/** What the plants import, so that each breaks its own rule and no other. */
const soil = [
  'src/kernel/yen.ts',
  'src/platform/clock/index.ts',
  'src/web/shared/index.ts',
  'src/web/staff/queue.ts',
  'src/grants/store/row.ts',
  'src/grants/grants.module.ts',
  'test/support/index.ts',
  ...stages.map((stage) => `src/${stage}/index.ts`),
  'src/grants/in-browser.ts',
];

describe('import rules', () => {
  let garden: string;
  let seen: Map<string, string[]>;

  beforeAll(async () => {
    garden = await mkdtemp(path.join(os.tmpdir(), 'chiiki-rules-'));
    await symlink(path.join(project, 'node_modules'), path.join(garden, 'node_modules'));
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      await cp(path.join(project, file), path.join(garden, file));
    for (const file of soil) await plant(file, 'export const here = 1;');
    await plant('src/kernel/planted-b.ts', `import './planted-a.js'; export const b = 1;`);
    await plant('src/web/shared/planted-words.ts', `import { h } from 'preact'; export { h };`);
    for (const { file, text } of plants) await plant(file, text);
    seen = await violations();
  }, 120_000);

  afterAll(() => rm(garden, { recursive: true, force: true }));

  it('has a plant for each rule', () => {
    expect([...new Set(plants.map(({ rule }) => rule))].sort(byName)).toEqual([...rules].sort(byName));
  });

  it.each(plants)('$rule is caught in $file', ({ rule, file }) => {
    expect(seen.get(file)).toContain(rule);
  });

  it('catches nothing in files that keep the rules', () => {
    expect(soil.filter((file) => seen.has(file))).toEqual([]);
  });

  it('knows every folder of src, and the stages in the order in which they are wired', async () => {
    const floors = ['kernel', 'config', 'platform', 'start', 'web', 'api', 'worker', 'town-folder', 'demo'];
    const folders = (await readdir(path.join(project, 'src'), { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !floors.includes(name) && !stages.includes(name))).toEqual(
      [],
    );

    const wired =
      /STAGES[^=]*=\s*\[([^\]]*)\]/.exec(await readFile(path.join(project, 'src/stages.ts'), 'utf8'))?.[1] ?? '';
    const order =
      wired.match(/\w+(?=Module)/g)?.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()) ?? [];
    expect(order).toEqual(stages.filter((stage) => order.includes(stage)));
    const present = folders.map(({ name }) => name).filter((name) => stages.includes(name));
    // A pure stage has nothing to wire.
    const withModule = present.filter((name) => existsSync(path.join(project, 'src', name, `${name}.module.ts`)));
    expect(order.length).toBe(withModule.length);
  });

  async function plant(file: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(garden, file)), { recursive: true });
    await writeFile(path.join(garden, file), `${text}\n`);
  }

  async function violations(): Promise<Map<string, string[]>> {
    const cli = path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'migrations'];
    const { stdout } = await run(process.execPath, [cli, ...options], { cwd: garden, maxBuffer: 1e8 }).catch(
      // The exit code counts the violations.
      (error: unknown) => error as { stdout: string },
    );
    const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    const byFile = new Map<string, string[]>();
    for (const { from, rule } of summary.violations) byFile.set(from, [...(byFile.get(from) ?? []), rule.name]);
    return byFile;
  }
});

const byName = (a: string, b: string): number => a.localeCompare(b);
