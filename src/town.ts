import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { DomainError } from './kernel/domain-error.js';
import { formatEra } from './kernel/local-date.js';
import { clockFrom } from './platform/clock/index.js';
import { exitWithReason } from './process.js';
import { openTown } from './start/first-town.js';
import { StartError } from './start/start-error.js';
import { readTownFile } from './start/town-file.js';
import { messageFor } from './web/shared/messages/index.js';

/** `npm run town -- FILE`: opens a town in a real database, or brings it up to date. */
async function run(): Promise<void> {
  const [file, ...others] = process.argv.slice(2);
  if (!file || others.length > 0)
    throw new StartError('Say which town: npm run town -- FILE (see templates/town.json)');
  const config = readConfig();
  if (!config.databaseUrl)
    throw new StartError('DATABASE_URL must be set: a town is opened in a database of your own.');
  const json = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(`The town's file cannot be read: ${(error as Error).message}`, { cause: error });
  });
  const town = readTownFile(json);
  const house = await NestFactory.createApplicationContext(
    HouseModule.forRoot(config, clockFrom(config.clockStartsOn)),
    { logger: ['error'], abortOnError: false },
  );
  try {
    const code = await openTown({ get: <T>(token: Type<T>): T => house.get(token, { strict: false }) }, town);
    const address = (page: string): string => new URL(`${town.town.slug}/${page}`, config.publicUrl).href;
    process.stdout.write(`${town.town.name}: ${address('')}\n`);
    if (code) {
      const until = formatEra(code.expiresOn);
      process.stdout.write(`${town.administrator.name}: ${address('invitation')}  ${code.code}  （${until}まで）\n`);
    }
  } finally {
    await house.close();
  }
}

/** The stages' refusals in their Japanese sentences, each with its place in the file. */
function inWords(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const faults = error.faults.map(({ pointer, code, params }) => `- ${pointer}: ${messageFor(code, params)}`);
  return new StartError([messageFor(error.code, error.params), ...faults].join('\n'), { cause: error });
}

run().catch((error: unknown) => exitWithReason(inWords(error)));
