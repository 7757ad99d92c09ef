import { Injectable } from '@nestjs/common';
import { DecisionFiles } from '../../approvals/index.js';
import { LedgerBooks, type NamedPosting } from '../../budgets/index.js';
import { CaseList, CasePapers, type CaseTable } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { fiscalYear, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { stampInJapan } from '../../kernel/local-date.js';
import { letterFileName, Letters } from '../../notices/index.js';
import { AuditTrail, type AuditRecord } from '../../platform/audit/index.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, sha256Of } from '../../platform/files/index.js';
import { StaffDirectory } from '../../staff/index.js';
import { safeName, type ZipEntry } from '../../platform/zip/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TAKES_EVIDENCE, uniquePaths, type EvidenceFile, type EvidenceLine } from '../domain/evidence.js';

/** Words for what the trail and the ledger store as codes; the desk knows them. */
export interface EvidenceWords {
  action(action: string): string;
  actor(name: string): string;
  subject(kind: string): string;
  /** What an entry notes; an id is told by `nameOf`, and left out where that is blank. */
  detail(detail: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): string;
  entry(entry: NamedPosting['entry']): string;
  account(account: NamedPosting['account']): string;
}

export interface Evidence {
  readonly fileName: string;
  /** The files one by one, each read when it is asked for, and 目録 with their hashes at the end. */
  readonly entries: AsyncIterable<ZipEntry>;
}

interface Gathered {
  readonly name: string;
  readonly files: readonly EvidenceFile[];
  readonly tables: readonly CaseTable[];
  readonly postings: readonly NamedPosting[];
  readonly trail: readonly AuditRecord[];
  /** What the records are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The bundle of evidence of one case, for the 監査委員 to take with them: what was sent, letters, 決裁文書, postings, the
 * audit trail, and the SHA-256 of each file. Taking it stands in the audit trail.
 */
@Injectable()
export class TakeEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseList,
    private readonly papers: CasePapers,
    private readonly letters: Letters,
    private readonly decisions: DecisionFiles,
    private readonly ledger: LedgerBooks,
    private readonly trail: AuditTrail,
    private readonly files: FileStore,
    private readonly staff: StaffDirectory,
  ) {}

  async execute(actor: Actor, caseId: string, words: EvidenceWords): Promise<Evidence> {
    requireDuty(actor, ...TAKES_EVIDENCE);
    const gathered = await this.unitOfWork.run(actor, (tx) => this.gather(tx, caseId));
    return { fileName: `証拠書類_${gathered.name}.zip`, entries: this.read(actor, gathered, words) };
  }

  private async gather(tx: Transaction, caseId: string): Promise<Gathered> {
    const item = await this.cases.visible(tx, caseId);
    const records = await this.papers.recordsOf(tx, caseId);
    const letters = await this.letters.ofRecords(tx, records);
    const drafts = await this.decisions.ofCases(tx, records);
    const sent = await this.papers.filesOf(tx, caseId);
    const tables = await this.papers.tablesOf(tx, caseId);
    const file = (path: string, what: string, sha256: string | null, upload = false): EvidenceFile[] =>
      sha256 === null ? [] : [{ path, what, sha256, upload }];
    const files = uniquePaths([
      ...sent.flatMap(({ folder, name, sha256 }) =>
        file(`${safeName(folder)}/${safeName(name)}`, folder, sha256, true),
      ),
      ...letters.flatMap((letter) =>
        file(`文書/${safeName(`${letter.issuedOn}_${letterFileName(letter)}`)}`, letter.title, letter.sha256),
      ),
      ...drafts.flatMap(({ number, title, sha256 }) =>
        file(`決裁文書/${safeName(`決裁文書_${number}.pdf`)}`, title, sha256),
      ),
    ]);
    tx.audit({
      action: 'evidence.taken',
      subjectKind: 'case',
      subjectId: caseId,
      organizationId: item.organizationId,
      detail: { files: files.length },
    });
    const about = [...records, ...letters.map(({ id }) => id), ...drafts.map(({ draftId }) => draftId)];
    return {
      name: safeName([item.receivedNumber, item.organizationName].filter(Boolean).join('_')),
      files,
      tables,
      postings: await this.ledger.postingsOf(tx, records),
      trail: await this.trail.about(tx, about),
      names: new Map([
        ...(await this.papers.namesOf(tx, caseId)),
        [caseId, item.receivedNumber ?? ''],
        ...letters.map((letter): [string, string] => [
          letter.id,
          [letter.number, letter.title].filter(Boolean).join(' '),
        ]),
        ...drafts.map(({ draftId, number, title }): [string, string] => [draftId, `${number} ${title}`]),
        ...(await this.staff.list(tx)).map(({ id, name }): [string, string] => [id, name]),
        ...(await this.staff.posts(tx)).map(({ id, name }): [string, string] => [id, name]),
      ]),
    };
  }

  /** Each file in a transaction of its own: an archive that is taken slowly holds no connection. */
  private async *read(
    actor: Actor,
    { files, tables, postings, trail, names }: Gathered,
    words: EvidenceWords,
  ): AsyncGenerator<ZipEntry> {
    const lines: EvidenceLine[] = [];
    for (const file of files) {
      const bytes = await this.bytesOf(actor, file);
      const { path, what, sha256 } = file;
      if (typeof bytes === 'string') lines.push({ path, what, size: null, sha256, note: bytes });
      else {
        lines.push({ path, what, size: bytes.length, sha256, note: '' });
        yield { path, bytes };
      }
    }
    for (const [path, what, bytes] of [
      ...tables.map(({ name, bytes }) => [`記録/${safeName(name)}.csv`, name, bytes] as const),
      ['記録/予算台帳.csv', '予算台帳の記録', postingsCsv(postings, words)],
      ['記録/操作の記録.csv', '操作の記録', trailCsv(trail, words, names)],
    ] as const) {
      lines.push({ path, what, size: bytes.length, sha256: sha256Of(bytes), note: '' });
      yield { path, bytes };
    }
    yield { path: '目録.csv', bytes: listCsv(lines) };
  }

  /** The bytes, or why they cannot be taken. */
  private async bytesOf(actor: Actor, { sha256, upload }: EvidenceFile): Promise<Buffer | string> {
    try {
      return await this.unitOfWork.read(actor, async (tx) =>
        upload ? (await this.files.open(tx, sha256)).bytes : (await this.files.read(tx, sha256)).bytes,
      );
    } catch (error) {
      if (error instanceof DomainError) return 'ウイルス検査のため取り出せません';
      return '保存したファイルが元のハッシュと一致しません';
    }
  }
}

const postingsCsv = (postings: readonly NamedPosting[], words: EvidenceWords): Buffer =>
  writeCsv<NamedPosting>(
    [
      { header: '記帳日', cell: ({ postedOn }) => postedOn },
      { header: '支払日・領収日', cell: ({ moneyOn }) => moneyOn },
      { header: '年度', cell: (row) => formatFiscalYear(fiscalYear(row.fiscalYear)) },
      { header: '予算科目コード', cell: ({ lineCode }) => lineCode },
      { header: '予算科目', cell: ({ lineName }) => lineName },
      { header: '区分', cell: ({ entry }) => words.entry(entry) },
      { header: '勘定', cell: ({ account }) => words.account(account) },
      { header: '増減', cell: ({ amount }) => BigInt(amount) },
      { header: '摘要', cell: ({ label }) => label },
      { header: '理由', cell: ({ note }) => note },
      { header: '記録した人', cell: ({ postedBy }) => postedBy },
    ],
    postings,
  );

const trailCsv = (trail: readonly AuditRecord[], words: EvidenceWords, names: ReadonlyMap<string, string>): Buffer =>
  writeCsv<AuditRecord>(
    [
      { header: '日時', cell: ({ at }) => stampInJapan(at) },
      { header: '行った人', cell: ({ actorName }) => words.actor(actorName) },
      { header: '操作', cell: ({ action }) => words.action(action) },
      { header: '対象', cell: ({ subjectKind }) => words.subject(subjectKind) },
      { header: '対象の番号・名前', cell: ({ subjectId }) => names.get(subjectId) ?? '' },
      { header: '内容', cell: ({ detail }) => words.detail(detail, (id) => names.get(id) ?? '') },
      { header: '記録番号', cell: ({ id }) => BigInt(id) },
    ],
    trail,
  );

const listCsv = (lines: readonly EvidenceLine[]): Buffer =>
  writeCsv<EvidenceLine>(
    [
      { header: 'ファイル', cell: ({ path }) => path },
      { header: '内容', cell: ({ what }) => what },
      { header: '大きさ（バイト）', cell: ({ size }) => size },
      { header: 'SHA-256', cell: ({ sha256 }) => sha256 },
      { header: '備考', cell: ({ note }) => note },
    ],
    lines,
  );
