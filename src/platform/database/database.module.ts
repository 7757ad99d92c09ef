import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../../config/index.js';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/index.js';
import { DatabaseHealth } from './health.js';
import { dataSourceOptions } from './options.js';
import { UnitOfWork } from './unit-of-work.js';

/** Connects with the runtime role and offers the unit of work to every stage. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(config: AppConfig, clock: Clock): DynamicModule {
    if (!config.databaseUrl)
      throw new Error('DATABASE_URL is missing: start with `npm start` for an embedded PostgreSQL');
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl, config.databasePool),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        UnitOfWork,
        DatabaseHealth,
        AuditTrail,
        { provide: Clock, useValue: clock },
        { provide: AppConfig, useValue: config },
      ],
      exports: [UnitOfWork, DatabaseHealth, AuditTrail, Clock, AppConfig],
    };
  }
}
