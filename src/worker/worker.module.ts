import { Module, type OnModuleInit } from '@nestjs/common';
import { Deliver, SUBSCRIPTIONS } from '../platform/outbox/index.js';
import { Mornings } from '../platform/schedule/index.js';
import { STAGES } from '../stages.js';
import { OrganizationMail } from './handlers/organization-mail.js';
import { ProposerMail } from './handlers/proposals.js';
import { proveSubscriptions } from './prove-subscriptions.js';
import { SUBSCRIPTION_TABLE } from './subscriptions.js';

/** The worker's door: the handlers and the table that says which event each follows. */
@Module({
  imports: [...STAGES],
  providers: [
    ...new Set(Object.values(SUBSCRIPTION_TABLE).flat()),
    { provide: SUBSCRIPTIONS, useValue: SUBSCRIPTION_TABLE },
    Deliver,
    Mornings,
    OrganizationMail,
    ProposerMail,
  ],
  exports: [Deliver, Mornings],
})
export class WorkerModule implements OnModuleInit {
  onModuleInit(): void {
    proveSubscriptions(SUBSCRIPTION_TABLE);
  }
}
