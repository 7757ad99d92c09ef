import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pinoHttp } from 'pino-http';
import type { IncomingMessage } from 'node:http';
import { DataSource } from 'typeorm';
import { readConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { clockFrom } from './platform/clock/index.js';
import { loadMigrations, refuseOldSchema, refuseUnsafeRole } from './platform/database/index.js';
import { createLog, NestLog } from './platform/log/index.js';
import { exitWithReason, followClock, stopGracefully } from './process.js';
import { configureWeb } from './web/shared/configure-web.js';
import { requestIdOf } from './web/shared/request-id.js';
import { WebModule } from './web/web.module.js';

async function run(): Promise<void> {
  const config = readConfig();
  const log = createLog('web', config.logLevel);
  const clock = clockFrom(config.clockStartsOn);
  @Module({ imports: [HouseModule.forRoot(config, clock), WebModule] })
  class WebProcess {}
  const app = await NestFactory.create<NestExpressApplication>(WebProcess, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
    forceCloseConnections: true,
  });
  const source = app.get(DataSource);
  await refuseUnsafeRole(source);
  await refuseOldSchema(source, (await loadMigrations()).length);
  app.use(
    pinoHttp({
      logger: log,
      genReqId: requestIdOf,
      autoLogging: { ignore: (request: IncomingMessage) => /^\/(assets|health)\//.test(request.url ?? '') },
      // Paths carry ids only; query strings and headers may carry names, so neither is logged.
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    }),
  );
  await configureWeb(app);
  await app.listen(config.port, config.host);
  log.info({ port: config.port }, 'web ready');
  process.send?.('ready');
  followClock(clock);
  stopGracefully(log, () => app.close());
}

run().catch(exitWithReason);
