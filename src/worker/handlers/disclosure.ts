import { Injectable } from '@nestjs/common';
import { PublishBudgets, PublishGrants, PublishOrganizations, RebuildPublicRecord } from '../../disclosure/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** Something became of a grant, which the event names or holds in its data → the public pages say so. */
@Injectable()
export class PublishGrant implements EventHandler {
  readonly name = 'publish-grant';

  constructor(private readonly publishGrants: PublishGrants) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.publishGrants.follow(tx, event.data?.['grantId'] ?? event.subjectId);
  }
}

/** An organisation was registered, or what is registered reads otherwise → its page follows, and its grants with it. */
@Injectable()
export class PublishOrganization implements EventHandler {
  readonly name = 'publish-organization';

  constructor(private readonly publishOrganizations: PublishOrganizations) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.publishOrganizations.follow(tx, event.subjectId);
  }
}

/** DistrictAdded, DistrictDescribed → whoever kept a page of the districts looks again. */
@Injectable()
export class PublishDistricts implements EventHandler {
  readonly name = 'publish-districts';

  constructor(private readonly publishOrganizations: PublishOrganizations) {}

  handle(tx: Transaction): Promise<void> {
    return this.publishOrganizations.followDistricts(tx);
  }
}

/** A ceiling moved, or a programme is paid from a line → the budgets of the open data follow. */
@Injectable()
export class PublishBudget implements EventHandler {
  readonly name = 'publish-budget';

  constructor(private readonly publishBudgets: PublishBudgets) {}

  handle(tx: Transaction): Promise<void> {
    return this.publishBudgets.follow(tx);
  }
}

/** PublicRecordDoubted → everything that is public is read anew from the stages. */
@Injectable()
export class BuildPublicRecordAnew implements EventHandler {
  readonly name = 'build-public-record-anew';

  constructor(private readonly rebuild: RebuildPublicRecord) {}

  handle(tx: Transaction): Promise<void> {
    return this.rebuild.within(tx);
  }
}
