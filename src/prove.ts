import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { differenceInWords, ViewProof, type LineProof, type Proof } from './closing/index.js';
import { readConfig, type AppConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { systemActor } from './kernel/actor.js';
import { formatFiscalYear } from './kernel/fiscal-year.js';
import { groupDigits, type Yen } from './kernel/yen.js';
import { Municipalities } from './municipalities/index.js';
import { clockFrom } from './platform/clock/index.js';
import { exitWithReason } from './process.js';
import { openInstalledDatabase } from './start/installed-database.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run prove`: proves the books of every town and prints the totals of each line; exit code 1 on a difference. */
async function run(): Promise<void> {
  const config = readConfig();
  const database = await openInstalledDatabase(config, 'npm run prove');
  try {
    await proveAll({ ...config, databaseUrl: database.databaseUrl });
  } finally {
    await database.close();
  }
}

async function proveAll(config: AppConfig): Promise<void> {
  const house = await NestFactory.createApplicationContext(
    HouseModule.forRoot(config, clockFrom(config.clockStartsOn)),
    { logger: ['error'], abortOnError: false },
  );
  try {
    for (const { id, name } of await house.get(Municipalities, { strict: false }).all()) {
      const { proof } = await house.get(ViewProof, { strict: false }).now(systemActor(id, '照合'));
      tell(name, proof);
      if (!proof.balanced) process.exitCode = 1;
    }
  } finally {
    await house.close();
  }
}

function tell(town: string, { lines, differences }: Proof): void {
  say(`${town}：${differences.length === 0 ? '一致' : `違い ${String(differences.length)}件`}`);
  for (const line of lines) say(`  ${lineInWords(line)}`);
  for (const difference of differences) say(`  × ${differenceInWords(difference)}`);
}

/** Each figure as every book has it; one figure where they agree. */
function lineInWords({ fiscalYear, code, name, committed, ordered, paid, returned, lapsed }: LineProof): string {
  const figures = [
    `負担行為 ${together(committed.ledger, committed.grants)}`,
    `命令 ${together(ordered.ledger, ordered.payments)}`,
    `支払 ${together(paid.ledger, paid.payments, paid.files)}`,
    `戻入 ${together(returned.ledger, returned.refunds)}`,
    ...(lapsed.ledger === 0n && lapsed.closing === 0n ? [] : [`不用 ${together(lapsed.ledger, lapsed.closing)}`]),
  ];
  return `${formatFiscalYear(fiscalYear)} ${code} ${name}：${figures.join('　')}`;
}

const together = (...amounts: readonly Yen[]): string => [...new Set(amounts)].map(groupDigits).join(' ≠ ');

run().catch((error: unknown) => exitWithReason(error));
