import { Controller, Get, Inject, Param } from '@nestjs/common';
import { TakeEvidence, TAKES_EVIDENCE, ViewYear, type EvidenceWords } from '../../closing/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty } from '../../kernel/actor.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { zipStream } from '../../platform/zip/index.js';
import { Desk, download, Id, page, Viewer, type DownloadResult, type PageResult } from '../shared/index.js';
import { EvidencePage } from './evidence.page.js';
import { yearCrumbs, yearIn } from './year-words.js';

/** The words of the audit trail and the ledger belong to other desks; they are put together with the pages. */
export const EVIDENCE_WORDS = Symbol('evidence-words');

/** 証拠書類: what the 監査委員 take with them. */
@Controller(':town/staff')
@Desk('treasury', 'staff')
export class EvidenceController {
  constructor(
    private readonly takeEvidence: TakeEvidence,
    private readonly viewYear: ViewYear,
    private readonly grants: GrantDirectory,
    private readonly unitOfWork: UnitOfWork,
    @Inject(EVIDENCE_WORDS) private readonly words: EvidenceWords,
  ) {}

  @Get('year/:year/evidence')
  async list(@Viewer() viewer: Viewer, @Param('year') asked: string): Promise<PageResult> {
    requireDuty(viewer.actor, ...TAKES_EVIDENCE);
    const year = yearIn(asked);
    const { years } = await this.viewYear.years(viewer.actor);
    const grants = await this.unitOfWork.read(viewer.actor, (tx) => this.grants.list(tx, { fiscalYear: year }));
    const decided = grants.filter(({ decidedOn }) => decidedOn !== null);
    return page(viewer, {
      title: `証拠書類（${formatFiscalYear(year)}）`,
      wide: true,
      breadcrumb: yearCrumbs(viewer, '証拠書類', year),
      body: EvidencePage({ viewer, year, years, grants: decided }),
    });
  }

  @Get('evidence/:caseId')
  async bundle(@Viewer() viewer: Viewer, @Id('caseId') caseId: string): Promise<DownloadResult> {
    const { fileName, entries } = await this.takeEvidence.execute(viewer.actor, caseId, this.words);
    return download({ bytes: zipStream(entries), fileName, mediaType: 'application/zip' });
  }
}
