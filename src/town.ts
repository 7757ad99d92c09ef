import 'reflect-metadata';
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig, type AppConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { DomainError } from './kernel/domain-error.js';
import { formatEra } from './kernel/local-date.js';
import { clockFrom } from './platform/clock/index.js';
import { exitWithReason } from './process.js';
import { hasDatabase, openInstalledDatabase } from './start/installed-database.js';
import { StartError } from './start/start-error.js';
import { faultsInWords, laidInWords } from './start/town-words.js';
import { inviteAdministrator, layTown, readTownFolder, TownFolderError, type TownFolder } from './town-folder/index.js';
import { messageFor } from './web/shared/messages/index.js';

const USAGE = 'Say which town: npm run town -- FOLDER [--check] (see templates/towns/mihon)';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run town -- FOLDER [--check]`: opens a town in a real database, or brings it up to date; with `--check` it only looks. */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
  const [path, ...others] = positionals;
  if (!path || others.length > 0) throw new StartError(USAGE);
  if (!existsSync(path)) throw new StartError(`There is no folder ${path}. ${USAGE}`);
  if (!statSync(path).isDirectory()) throw new StartError(`${path} is a file: a town is a folder of files. ${USAGE}`);
  const folder = readTownFolder(path);
  const check = values.check ?? false;
  const config = readConfig();
  if (check && !hasDatabase(config)) {
    say(`${folder.town.name}：ファイルに直すところはありません（データベースとは見比べていません）。`);
    return;
  }
  const database = await openInstalledDatabase(config, 'npm run town');
  try {
    await lay({ ...config, databaseUrl: database.databaseUrl }, folder, check);
  } finally {
    await database.close();
  }
}

async function lay(config: AppConfig, folder: TownFolder, check: boolean): Promise<void> {
  const app = await NestFactory.createApplicationContext(HouseModule.forRoot(config, clockFrom(config.clockStartsOn)), {
    logger: ['error'],
    abortOnError: false,
  });
  const house = { get: <T>(token: Type<T>): T => app.get(token, { strict: false }) };
  try {
    const laid = await layTown(house, folder, { check });
    const address = (page: string): string => new URL(`${folder.town.slug}/${page}`, config.publicUrl).href;
    say(`${folder.town.name}: ${address('')}\n${laidInWords(laid, check)}`);
    if (check) return;
    const code = await inviteAdministrator(house, folder);
    if (!code) return;
    const until = formatEra(code.expiresOn);
    say(
      `最初のシステム管理者は${folder.administrator.name}さんです。次のページで、利用開始コードを入力してください（${until}まで）。`,
    );
    say(`  ${address('invitation')}  ${code.code}`);
  } finally {
    await app.close();
  }
}

/** What is to be mended in the folder, or what a stage refuses, in Japanese sentences. */
function inWords(error: unknown): unknown {
  if (error instanceof TownFolderError) return new StartError(faultsInWords(error.faults), { cause: error });
  if (error instanceof DomainError) return new StartError(messageFor(error.code, error.params), { cause: error });
  return error;
}

run().catch((error: unknown) => exitWithReason(inWords(error)));
