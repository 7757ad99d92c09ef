import { Injectable } from '@nestjs/common';
import { TOLD_LABEL, ViewAcknowledgements, type ToldKind } from '../../../acknowledgements/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import { Clock } from '../../../platform/clock/index.js';
import { page, type PageResult, type Viewer } from '../../shared/index.js';
import { AcknowledgementPage } from './acknowledgement.page.js';

/** The page of what was told, for every form that may be refused on it. */
@Injectable()
export class AcknowledgementPages {
  constructor(
    private readonly views: ViewAcknowledgements,
    private readonly clock: Clock,
  ) {}

  async of(
    viewer: Viewer,
    kind: ToldKind,
    recordId: string,
    refused?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult> {
    const desk = await this.views.one(viewer.actor, kind, recordId);
    return page(viewer, {
      title: `${TOLD_LABEL[kind]}への回答`,
      breadcrumb: [
        { label: '変更・報告', href: viewer.url('staff/changes') },
        { label: desk.record.organizationName },
        { label: TOLD_LABEL[kind] },
      ],
      ...(refused && { errors: refused.error }),
      body: AcknowledgementPage({
        ...{ viewer, desk, body: refused?.body, mayAct: hasDuty(viewer.actor, 'promotion') },
        today: formatEra(dayInJapan(this.clock.now())),
      }),
    });
  }
}
