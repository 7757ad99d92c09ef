import { Injectable } from '@nestjs/common';
import { OrganizationFrames, type OrganizationFrame } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GrantView } from './grant-directory.js';

/** The frame of every letter about a grant, as its edition says. */
@Injectable()
export class LetterFrames {
  constructor(private readonly frames: OrganizationFrames) {}

  of(
    tx: Transaction,
    { organizationId, organizationName, document }: Pick<GrantView, 'organizationId' | 'organizationName' | 'document'>,
  ): Promise<OrganizationFrame> {
    const { letters, handledBy: sectionId } = document;
    return this.frames.of(tx, { organizationId, organizationName, sectionId, seal: letters.decision.seal });
  }
}
