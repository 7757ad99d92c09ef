import { Injectable } from '@nestjs/common';
import { timeInJapan, dayInJapan, formatEra } from '../../kernel/local-date.js';
import { Municipalities, type Municipality } from '../../municipalities/index.js';
import { Letters, LetterTemplates, type Letter, type LetterBlock } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ScanState } from '../../platform/files/index.js';
import type { ReceiptWords } from '../../programs/index.js';
import { budgetTable } from '../domain/budget-in-letters.js';
import { restoreBudget } from '../domain/stored-budget.js';
import type { Submission } from '../domain/submission.js';
import { shortCode, type SubmittedFile } from '../../forms/index.js';
import { ApplicationDirectory, type ApplicationView } from './application-directory.js';
import { ApplicationFiles, type Scans } from './application-files.js';

export const RECEIPT_SUBJECT = 'application-submission';

/** 受付票: what was sent, file by file, and what happens next. One for each round. */
@Injectable()
export class Receipts {
  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: LetterTemplates,
    private readonly letters: Letters,
    private readonly files: ApplicationFiles,
  ) {}

  /** Gives the receipt of one sending to the notices, which draw it. */
  async issue(tx: Transaction, applicationId: string, submissionId: string): Promise<void> {
    const application = await this.applications.get(tx, applicationId);
    const submission = (await this.applications.submissionsOf(tx, applicationId)).find(({ id }) => id === submissionId);
    if (!submission) throw new Error(`application ${applicationId} has no submission ${submissionId}`);
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, application.document.handledBy);
    const organization = await this.organizations.get(tx, application.organizationId);
    const { applicant, files } = submission.content;
    const scans = await this.files.scansIn(tx, files);
    const { receipt } = application.document.letters;
    const worded = await this.templates.render(
      tx,
      receipt,
      wordsOf(application, submission),
      insertsOf(submission, scans),
    );
    await this.letters.issue(
      tx,
      {
        ...worded,
        kind: 'receipt',
        formLabel: receipt.formLabel,
        numbered: false,
        amount: { label: '申請額', yen: submission.content.working.total },
        addressee: {
          lines: [`〒${organization.postalCode}`, organization.address],
          organization: applicant.name,
          person: `${applicant.representative.role}　${applicant.representative.name}`,
          honorific: '様',
        },
        sender: senderOf(town),
        contact: {
          section: `${town.name}${section.name}${section.unit}`,
          person: null,
          phone: section.phone,
          mail: section.mail,
        },
        subjectKind: RECEIPT_SUBJECT,
        subjectId: submissionId,
        organizationId: application.organizationId,
      },
      { sectionId: section.id, issuedOn: tx.today },
    );
  }
}

/** While the head's office is vacant the 職務代理者 stands for it (地方自治法152条). */
const senderOf = ({ headTitle, headName, headVacantActing }: Municipality): Letter['sender'] =>
  headVacantActing === null
    ? { title: headTitle, name: headName, seal: 'none' }
    : { title: headVacantActing, name: '', seal: 'none' };

const wordsOf = (
  application: ApplicationView,
  { submittedAt, submittedBy, round, content }: Submission,
): ReceiptWords => ({
  program: application.document.name,
  receivedNumber: application.receivedNumber ?? '',
  receivedOn: application.receivedOn ?? '',
  submittedAt: `${formatEra(dayInJapan(submittedAt))} ${timeInJapan(submittedAt)}`,
  organization: content.applicant.name,
  submittedBy: application.paper && round === 1 ? `紙で受付・代理入力（${submittedBy}）` : submittedBy,
  amount: content.working.total,
  fileCount: content.files.length,
  decisionBy: application.document.timetable.decisionBy,
});

const SCAN_MARK: Partial<Record<ScanState, string>> = {
  pending: '（ウイルス検査待ち）',
  infected: '（ウイルスが見つかり、使えません）',
};

/** The short codes on the first page, with what nobody can open yet; the whole hashes in the annex. */
const insertsOf = ({ content: { working, budget, files } }: Submission, scans: Scans): Record<string, LetterBlock> => ({
  算定内訳: { kind: 'working', working },
  収入の部: budgetTable('収入の部', restoreBudget(budget).income),
  支出の部: budgetTable('支出の部', restoreBudget(budget).expenditure),
  添付書類: filesTable('提出した書類', '照合コード', files, ({ sha256 }) => {
    return `${shortCode(sha256)}${SCAN_MARK[scans.get(sha256) ?? 'not-scanned'] ?? ''}`;
  }),
  別紙: filesTable('照合コードの全部（SHA-256）', 'SHA-256', files, ({ sha256 }) => sha256),
});

const filesTable = (
  caption: string,
  codeLabel: string,
  files: readonly SubmittedFile[],
  code: (file: SubmittedFile) => string,
): LetterBlock => ({
  kind: 'table',
  caption,
  columns: [
    { label: '書類', align: 'start' },
    { label: 'ファイル名', align: 'start' },
    { label: codeLabel, align: 'start' },
  ],
  rows: files.map((file) => [file.label, file.name, code(file)]),
});
