export { DatabaseModule } from './database.module.js';
export { DatabaseHealth } from './health.js';
export { isHouseFull } from './house-full.js';
export { UnitOfWork } from './unit-of-work.js';
export type { AuditEntry, DomainEvent, Transaction } from './transaction.js';
export { yenColumn } from './columns.js';
export { dataSourceOptions } from './options.js';
export { loadMigrations, migrate } from './migrate.js';
export { refuseOldSchema, refuseUnsafeRole } from './runtime-role.js';
