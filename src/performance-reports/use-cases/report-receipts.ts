import { Injectable } from '@nestjs/common';
import { shortCode } from '../../forms/index.js';
import { dayInJapan, formatEra, timeInJapan } from '../../kernel/local-date.js';
import { formatYen, subtractYen, sumYen, yen } from '../../kernel/yen.js';
import { Municipalities } from '../../municipalities/index.js';
import { Letters, LetterTemplates, type LetterBlock } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import type { AccountLine } from '../domain/read-account.js';
import { receiptInWords, type ReportContent } from '../domain/report-content.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';

export const REPORT_SUBJECT = 'performance-report-submission';
const TEMPLATE = { template: 'report-receipt', wording: null };

/** 受付票 of a report: what was sent, line by line and file by file. One for each round. */
@Injectable()
export class ReportReceipts {
  constructor(
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: LetterTemplates,
    private readonly letters: Letters,
  ) {}

  /** Gives the receipt of one sending to the notices, which draw it. */
  async issue(tx: Transaction, reportId: string, submissionId: string): Promise<void> {
    const report = await this.reports.get(tx, reportId);
    const submission = (await this.submissions.of(tx, reportId)).find(({ id }) => id === submissionId);
    if (!submission) throw new Error(`report ${reportId} has no submission ${submissionId}`);
    const { document } = await this.programs.version(tx, report.programVersionId);
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, document.handledBy);
    const organization = await this.organizations.get(tx, report.organizationId);
    const { representative } = organization;
    const { content, submittedAt, submittedBy } = submission;
    const words = {
      program: document.name,
      project: report.title,
      receivedNumber: report.receivedNumber ?? '',
      receivedOn: report.receivedOn ?? '',
      submittedAt: `${formatEra(dayInJapan(submittedAt))} ${timeInJapan(submittedAt)}`,
      organization: report.organizationName,
      submittedBy,
      fileCount: content.files.length,
      receiptCount: content.receipts.length,
    };
    const worded = await this.templates.render(tx, TEMPLATE, words, insertsOf(content));
    await this.letters.issue(
      tx,
      {
        ...worded,
        ...{ kind: 'receipt', formLabel: null, numbered: false },
        addressee: {
          lines: [`〒${organization.postalCode}`, organization.address],
          organization: report.organizationName,
          person: representative ? `${representative.role}　${representative.name}` : '',
          honorific: representative ? '様' : '御中',
        },
        sender:
          town.headVacantActing === null
            ? { title: town.headTitle, name: town.headName, seal: 'none' }
            : { title: town.headVacantActing, name: '', seal: 'none' },
        contact: {
          section: `${town.name}${section.name}${section.unit}`,
          ...{ person: null, phone: section.phone, mail: section.mail },
        },
        ...{ subjectKind: REPORT_SUBJECT, subjectId: submissionId, organizationId: report.organizationId },
      },
      { sectionId: section.id, issuedOn: tx.today },
    );
  }
}

const insertsOf = (content: ReportContent): Record<string, LetterBlock> => ({
  収入の部: accountTable('収入の部', content.account, 'income'),
  支出の部: accountTable('支出の部', content.account, 'expenditure'),
  領収書: {
    ...{ kind: 'table', caption: '領収書' },
    columns: [{ label: '領収書', align: 'start' }],
    rows: content.receipts.map((receipt) => [receiptInWords(receipt, content.account)]),
  },
  添付書類: {
    ...{ kind: 'table', caption: '提出した書類' },
    columns: [
      { label: '書類', align: 'start' },
      { label: 'ファイル名', align: 'start' },
      { label: '照合コード', align: 'start' },
    ],
    rows: content.files.map(({ label, name, sha256 }) => [label, name, shortCode(sha256)]),
  },
});

/** One side of a 収支決算書 beside its budget, as a table of a letter. */
function accountTable(caption: string, account: readonly AccountLine[], side: AccountLine['side']): LetterBlock {
  const lines = account.filter((line) => line.side === side);
  const planned = sumYen(lines.map((line) => yen(line.planned ?? 0)));
  const amount = sumYen(lines.map((line) => yen(line.amount)));
  return {
    ...{ kind: 'table', caption },
    columns: [
      { label: '科目', align: 'start' },
      { label: '予算額', align: 'end' },
      { label: '決算額', align: 'end' },
      { label: '差額', align: 'end' },
      { label: '摘要', align: 'start' },
    ],
    rows: lines.map((line) => [
      line.label,
      formatYen(yen(line.planned ?? 0)),
      formatYen(yen(line.amount)),
      formatYen(subtractYen(yen(line.amount), yen(line.planned ?? 0))),
      line.remark,
    ]),
    totals: ['合計', formatYen(planned), formatYen(amount), formatYen(subtractYen(amount, planned)), ''],
  };
}
