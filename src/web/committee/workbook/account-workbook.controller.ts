import { Controller, Get, Post } from '@nestjs/common';
import { pointAnswersIn } from '../../../applications/index.js';
import { sectionNamed } from '../../../forms/index.js';
import {
  ACCOUNT,
  accountLabel,
  accountSheet,
  isWritten,
  makeAccountWorkbook,
  readAccountWorkbook,
  ReportDrafts,
  type PreparedReport,
  type TypedAccountLine,
} from '../../../performance-reports/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { headingOver } from '../../../writing/index.js';
import { accountBalance } from '../../shared/account-words.js';
import {
  AcceptUploads,
  Desk,
  Id,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../../shared/index.js';
import { SIDE_LABEL } from '../budget-side.js';
import { reportBeginning } from '../report-section-page.js';
import { reportSectionUrl, reportUrl } from '../report-words.js';
import { WorkbookDesk, type ComparedWorkbook } from './workbook-desk.js';

/** The 収支決算書 of a report as a workbook. */
@Controller([
  ':town/committee/reports/:reportId/account/workbook',
  ':town/staff/reports/paper/:reportId/account/workbook',
])
@Desk('committee', 'staff')
export class AccountWorkbookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ReportDrafts,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).show();
  }

  @Get('file')
  file(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<DownloadResult> {
    return this.desk(viewer, id).file();
  }

  @Post()
  @AcceptUploads()
  compare(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).compare(uploads);
  }

  private desk(viewer: Viewer, id: string): WorkbookDesk<PreparedReport> {
    const path = reportSectionUrl(viewer, id, ACCOUNT);
    return new WorkbookDesk(viewer, {
      ...{ name: '収支決算書', path },
      load: () => this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id)),
      isWritable: ({ report }) => isWritten(report),
      frame: ({ report }, title) => ({
        ...{ title, wide: true },
        breadcrumb: [
          reportBeginning(viewer),
          { label: `${report.title}の実績報告`, href: reportUrl(viewer, id) },
          { label: '収支決算書', href: path },
          { label: title },
        ],
      }),
      make: (draft) => makeAccountWorkbook(draft, draft.lines),
      compare: compareAccount,
      headingOf: (draft, cell) => headingOver(accountSheet(draft).columns, cell),
    });
  }
}

/** The workbook beside the account that is kept; the answers to points stay. */
async function compareAccount(draft: PreparedReport, workbook: Upload | null): Promise<ComparedWorkbook> {
  const section = sectionNamed(draft.sections, ACCOUNT);
  const points = pointAnswersIn(new Map([[ACCOUNT, section]]));
  const { faults, lines, figures, changes } = await readAccountWorkbook(draft, draft.lines, workbook);
  return {
    faults,
    changes: changes.map(({ before, after }) => ({
      side: SIDE_LABEL[(after ?? before)?.side ?? 'expenditure'],
      before: before && inWords(draft, before),
      after: after && inWords(draft, after),
    })),
    balance: figures ? accountBalance(figures) : '',
    typed: [
      ...lines.flatMap(({ id, ...cells }) =>
        Object.entries(cells).map(([cell, text]): [string, string] => [`account[${id}][${cell}]`, text]),
      ),
      ...Object.entries(points).map(([id, text]): [string, string] => [`pointAnswers[${id}]`, text]),
    ],
    version: section.version,
  };
}

function inWords(draft: PreparedReport, line: TypedAccountLine): string {
  const amount = line.amount === '' ? '決算額は空欄' : `決算額 ${line.amount}円`;
  return [accountLabel(draft, line) || '（科目なし）', amount, line.remark].filter((part) => part !== '').join('　');
}
