import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { PROPERTY_DISPOSAL, ViewProperties, WithdrawnDisposalLetters } from '../../properties/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** LetterVoided → the item is held again, and the answer waits for a new letter. */
@Injectable()
export class ReopenDisposal implements EventHandler {
  readonly name = 'reopen-disposal';

  constructor(private readonly withdrawn: WithdrawnDisposalLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === PROPERTY_DISPOSAL) await this.withdrawn.reopen(tx, event.subjectId);
  }
}

/** DisposalReturned → a mail: the application came back with a note, and another may follow. */
@Injectable()
export class TellOfReturnedDisposal implements EventHandler {
  readonly name = 'mail-disposal-returned';

  constructor(
    private readonly properties: ViewProperties,
    private readonly grants: GrantDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    const { organizationId, grantId, itemName } = await this.properties.disposalOf(tx, subjectId);
    const { document, programName } = await this.grants.get(tx, grantId);
    await this.mail.send(tx, {
      ...{ id, organizationId, kind: 'disposal-returned', sectionId: document.handledBy },
      path: `committee/grants/${grantId}/properties`,
      words: { name: programName, item: itemName },
    });
  }
}
