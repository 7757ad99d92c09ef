import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type CaseTable, type PaperSource } from '../../cases/index.js';
import { stampInJapan } from '../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import type { AccountLine } from '../domain/read-account.js';
import type { Receipt } from '../domain/receipt.js';
import type { ReportAnswer, ReportSubmission } from '../domain/report-content.js';
import { ReportStore } from '../store/report.store.js';

/** The report of a case, its rounds and its 額の確定, with receipts, photographs and everything else that was sent. */
@Injectable()
export class ReportPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly determinations: DeterminationStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const report = await this.reports.ofApplication(tx, caseId);
    if (!report) return [];
    const determination = await this.determinations.ofGrant(tx, report.grantId);
    const rounds = await this.submissions.of(tx, report.id);
    return [report.id, ...rounds.map(({ id }) => id), ...(determination ? [determination.id] : [])];
  }

  /** What was told and what each receipt says, round by round: 受付票 prints the account and its sums. */
  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const report = await this.reports.ofApplication(tx, caseId);
    const rounds = report ? (await this.submissions.of(tx, report.id)).toReversed() : [];
    const answers = rounds.flatMap((round) => round.content.answers.map((answer) => ({ round, answer })));
    const lines = rounds.flatMap((round) => round.content.account.map((line) => ({ round, line })));
    const receipts = rounds.flatMap((round) => round.content.receipts.map((receipt) => ({ round, receipt })));
    return [
      ...(answers.length === 0 ? [] : [{ name: '実績報告書の回答', bytes: writeCsv(ANSWERS, answers) }]),
      ...(lines.length === 0 ? [] : [{ name: '収支決算書', bytes: writeCsv(ACCOUNT, lines) }]),
      ...(receipts.length === 0 ? [] : [{ name: '領収書の一覧', bytes: writeCsv(RECEIPTS, receipts) }]),
    ];
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const report = await this.reports.ofApplication(tx, caseId);
    const rounds = report ? (await this.submissions.of(tx, report.id)).toReversed() : [];
    return rounds.flatMap(({ round, content }) =>
      content.files.map(({ name, sha256 }) => ({ folder: `実績報告（第${String(round)}回の提出）`, name, sha256 })),
    );
  }
}

interface OfRound {
  readonly round: ReportSubmission;
}

const ROUND: readonly CsvColumn<OfRound>[] = [
  { header: '提出の回', cell: ({ round }) => round.round },
  { header: '提出した日時', cell: ({ round }) => stampInJapan(round.submittedAt) },
  { header: '提出した人', cell: ({ round }) => round.submittedBy },
];

const ANSWERS: readonly CsvColumn<OfRound & { readonly answer: ReportAnswer }>[] = [
  ...ROUND,
  { header: '区分', cell: ({ answer }) => answer.sectionTitle },
  { header: '質問', cell: ({ answer }) => answer.label },
  { header: '回答', cell: ({ answer }) => answer.text },
];

const ACCOUNT: readonly CsvColumn<OfRound & { readonly line: AccountLine }>[] = [
  ...ROUND,
  { header: '収入・支出', cell: ({ line }) => (line.side === 'income' ? '収入' : '支出') },
  { header: '科目', cell: ({ line }) => line.label },
  { header: '予算額', cell: ({ line }) => (line.planned === null ? null : BigInt(line.planned)) },
  { header: '決算額', cell: ({ line }) => BigInt(line.amount) },
  { header: '摘要', cell: ({ line }) => line.remark },
  { header: '補助の対象', cell: ({ line }) => (line.side === 'income' ? '' : line.eligible ? '対象' : '対象外') },
];

const RECEIPTS: readonly CsvColumn<OfRound & { readonly receipt: Receipt }>[] = [
  ...ROUND,
  {
    header: '科目',
    cell: ({ round, receipt }) => round.content.account.find(({ id }) => id === receipt.line)?.label ?? '',
  },
  { header: '支払った日', cell: ({ receipt }) => receipt.paidOn },
  { header: '支払先', cell: ({ receipt }) => receipt.payee },
  { header: '金額', cell: ({ receipt }) => BigInt(receipt.amount) },
  { header: '使いみち', cell: ({ receipt }) => receipt.purpose },
  {
    header: 'ファイル',
    cell: ({ round, receipt }) =>
      round.content.files
        .filter(({ kind }) => kind === receipt.id)
        .map(({ name }) => name)
        .join('、'),
  },
];
