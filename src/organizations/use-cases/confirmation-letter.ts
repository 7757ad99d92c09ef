import { Injectable } from '@nestjs/common';
import type { Acknowledgement, ToldRecord } from '../../acknowledgements/index.js';
import { LetterTemplates, type TemplateData } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { OrganizationProfiles } from '../store/organization-profiles.store.js';
import { OrganizationFrames } from './organization-frames.js';

/** Composes the letter that confirms what an organisation told of itself: form, seal and words are the town's. */
@Injectable()
export class ConfirmationLetter {
  constructor(
    private readonly profiles: OrganizationProfiles,
    private readonly frames: OrganizationFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(
    tx: Transaction,
    { kind, recordId, organizationId, reply, decidedOn }: Acknowledgement,
    told: TemplateData,
  ): ReturnType<ToldRecord['compose']> {
    const { name: organization } = await this.profiles.get(tx, organizationId);
    const source = { template: kind, wording: null };
    const words = { ...told, organization, reply, acceptedOn: decidedOn ?? '' };
    const { formLabel, seal, ...worded } = await this.templates.renderWhole(tx, source, words);
    const { frame, ...delivery } = await this.frames.of(tx, { organizationId, seal });
    const about = { subjectKind: kind, subjectId: recordId, organizationId };
    return { letter: { ...worded, kind, formLabel, numbered: true, ...frame, ...about }, ...delivery };
  }
}
