import { Global, Module } from '@nestjs/common';
import { OutboxStore } from './outbox.store.js';
import { RestartDelivery } from './restart-delivery.use-case.js';

/** What every process needs of the outbox; carrying deliveries out belongs to the worker. */
@Global()
@Module({ providers: [OutboxStore, RestartDelivery], exports: [OutboxStore, RestartDelivery] })
export class OutboxModule {}
