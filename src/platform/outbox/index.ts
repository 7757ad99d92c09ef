export { SUBSCRIPTIONS, type CommittedEvent, type EventHandler, type Postpone, type Subscriptions } from './handler.js';
export { OutboxStore, type Delivery, type FailedDelivery } from './outbox.store.js';
export { Deliver } from './deliver.js';
export { Relay } from './relay.js';
export { RestartDelivery } from './restart-delivery.use-case.js';
export { OutboxModule } from './outbox.module.js';
