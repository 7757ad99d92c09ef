import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './config/index.js';
import type { Clock } from './platform/clock/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { FilesModule } from './platform/files/index.js';
import { FloodModule } from './platform/flood/index.js';
import { MailModule } from './platform/mail/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { STAGES } from './stages.js';

/** The whole house without its doors: what the web process, the worker and the tests share. */
@Module({})
export class HouseModule {
  static forRoot(config: AppConfig, clock: Clock): DynamicModule {
    return {
      module: HouseModule,
      imports: [DatabaseModule.forRoot(config, clock), OutboxModule, FilesModule, FloodModule, MailModule, ...STAGES],
    };
  }
}
