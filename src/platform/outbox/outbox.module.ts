import { Global, Module } from '@nestjs/common';
import { Deliver } from './deliver.js';
import { OutboxStore } from './outbox.store.js';
import { RestartDelivery } from './restart-delivery.use-case.js';

@Global()
@Module({ providers: [OutboxStore, Deliver, RestartDelivery], exports: [OutboxStore, Deliver, RestartDelivery] })
export class OutboxModule {}
