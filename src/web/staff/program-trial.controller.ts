import { Controller, Get, Query } from '@nestjs/common';
import { RuleTrials } from '../../applications/index.js';
import { BudgetLedger } from '../../budgets/index.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { exampleFields, Programs, readExample, type ProgramVersion } from '../../programs/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  Viewer,
  type Crumb,
  type DownloadResult,
  type PageResult,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { trialCsv } from './program-trial-csv.js';
import { ProgramTrialPage } from './program-trial.page.js';
import { ProgramTrialSentPage, type SentTrial } from './program-trial-sent.page.js';

/** 算定を試す: what an edition gives for an example, and for what was really sent. Nothing of it is kept. */
@Controller(':town/staff/programs/:versionId/trial')
@Desk('staff')
export class ProgramTrialController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly trials: RuleTrials,
    private readonly budgets: BudgetLedger,
  ) {}

  @Get()
  async example(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Query() query: unknown,
  ): Promise<PageResult> {
    const { version, before } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const found = await this.programs.version(tx, versionId);
      return { version: found, before: await this.programs.predecessorOf(tx, found) };
    });
    const fields = exampleFields([version, ...(before ? [before] : [])].map(({ document }) => document));
    const tried = typedText(query, 'tried') === 'yes' ? await attempt(() => readExample(fields, query)) : null;
    return page(viewer, {
      title: `${version.document.name}：算定を試す`,
      wide: true,
      breadcrumb: crumbs(viewer, version, '算定を試す'),
      ...(tried && !tried.ok && { errors: tried.error }),
      body: ProgramTrialPage({ viewer, version, before, fields, typed: query, input: tried?.ok ? tried.value : null }),
    });
  }

  @Get('applications')
  async sent(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Query() query: unknown,
  ): Promise<PageResult> {
    const trial = await this.trialOf(viewer, versionId, query);
    return page(viewer, {
      title: `${trial.version.document.name}：実際の申請で試す`,
      wide: true,
      breadcrumb: crumbs(viewer, trial.version, '実際の申請で試す'),
      body: ProgramTrialSentPage({ viewer, trial }),
    });
  }

  @Get('applications.csv')
  async csv(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Query() query: unknown,
  ): Promise<DownloadResult> {
    const { version, trial } = await this.trialOf(viewer, versionId, query);
    const year = trial.year === null ? '' : `_${formatFiscalYear(trial.year)}の申請`;
    const fileName = `${version.document.name}_第${String(version.number)}版${year}.csv`;
    return download({ bytes: trialCsv(trial), fileName, mediaType: 'text/csv; charset=utf-8' });
  }

  private trialOf(viewer: Viewer, versionId: string, query: unknown): Promise<SentTrial> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const version = await this.programs.version(tx, versionId);
      return {
        version,
        trial: await this.trials.onSent(tx, version, yearIn(query)),
        budgetLine: await this.budgets.line(tx, version.document.budgetLineId),
      };
    });
  }
}

/** A year that nobody asked for, or that is none, is left to the trial. */
function yearIn(query: unknown): FiscalYear | null {
  const year = typedText(query, 'year');
  return /^20[2-9]\d$/.test(year) ? fiscalYear(Number(year)) : null;
}

const crumbs = (viewer: Viewer, { id, document }: ProgramVersion, here: string): Crumb[] => [
  { label: '補助制度', href: viewer.url('staff/programs') },
  { label: document.name, href: viewer.url(`staff/programs/${id}`) },
  { label: here },
];
