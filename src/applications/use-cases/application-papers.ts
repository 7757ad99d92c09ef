import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type CaseTable, type PaperSource } from '../../cases/index.js';
import type { Answer } from '../../forms/index.js';
import { stampInJapan } from '../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newestOf, visitInWords, Visits, type VisitNote } from '../../visits/index.js';
import type { Rectification } from '../domain/rectification.js';
import type { Submission } from '../domain/submission.js';
import { SubmissionStore } from '../store/submission.store.js';
import { APPLICATION_SUBJECT } from './application-panel-subject.js';

/** What was sent, round by round, with its files, and what staff saw and photographed on their visits. */
@Injectable()
export class ApplicationPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly submissions: SubmissionStore,
    private readonly visits: Visits,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    return (await this.submissions.of(tx, caseId)).map(({ id }) => id);
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const rounds = (await this.submissions.of(tx, caseId)).toReversed();
    const sent = rounds.flatMap(({ round, content }) =>
      content.files.map(({ name, sha256 }) => ({ folder: `申請（第${String(round)}回の提出）`, name, sha256 })),
    );
    return [...sent, ...(await this.notesOf(tx, caseId)).flatMap(photographsOf)];
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const notes = await this.notesOf(tx, caseId);
    const rounds = (await this.submissions.of(tx, caseId)).toReversed();
    const answers = rounds.flatMap((round) => round.sent.answers.map((answer) => ({ round, answer })));
    const rectified = rounds.flatMap(({ rectifications }) => rectifications);
    return [
      ...(answers.length === 0 ? [] : [{ name: '申請書の回答', bytes: writeCsv(ANSWERS, answers) }]),
      ...(rectified.length === 0 ? [] : [{ name: '職権訂正', bytes: writeCsv(RECTIFIED, rectified) }]),
      ...(notes.length === 0 ? [] : [{ name: '現地調査・聞き取り', bytes: visitsCsv(notes) }]),
    ];
  }

  private notesOf(tx: Transaction, id: string): Promise<VisitNote[]> {
    return this.visits.about(tx, { kind: APPLICATION_SUBJECT, id });
  }
}

const ANSWERS: readonly CsvColumn<{ readonly round: Submission; readonly answer: Answer }>[] = [
  { header: '提出の回', cell: ({ round }) => round.round },
  { header: '提出した日時', cell: ({ round }) => stampInJapan(round.submittedAt) },
  { header: '提出した人', cell: ({ round }) => round.submittedBy },
  { header: '区分', cell: ({ answer }) => answer.sectionTitle },
  { header: '質問', cell: ({ answer }) => answer.label },
  { header: '回答', cell: ({ answer }) => answer.text },
];

const RECTIFIED: readonly CsvColumn<Rectification>[] = [
  { header: '提出の回', cell: ({ round }) => round },
  { header: '訂正した所', cell: ({ label }) => label },
  { header: '前', cell: ({ before }) => before },
  { header: '後', cell: ({ after }) => after },
  { header: '理由', cell: ({ reason }) => reason },
  { header: '訂正した人', cell: ({ rectifiedBy }) => rectifiedBy },
  { header: '訂正した日時', cell: ({ rectifiedAt }) => stampInJapan(rectifiedAt) },
];

/** Those too that a correction took off: evidence is never thinned out. */
function photographsOf(note: VisitNote): CaseFile[] {
  const photos = new Map(note.versions.flatMap(({ photos: taken }) => taken.map((photo) => [photo.sha256, photo])));
  const folder = `現地調査の写真（${newestOf(note).heldOn}）`;
  return [...photos.values()].map(({ name, sha256 }) => ({ folder, name, sha256 }));
}

/** Each version of each note, corrections with their reasons. */
const visitsCsv = (notes: readonly VisitNote[]): Buffer => {
  const versions = notes.flatMap((note) => note.versions);
  const labels = versions.slice(0, 1).flatMap((version) => visitInWords(version).map(({ label }) => label));
  return writeCsv(
    [
      ...labels.map((header, index) => ({
        header,
        cell: (version: (typeof versions)[number]) => visitInWords(version)[index]?.value ?? '',
      })),
      { header: '書いた人', cell: ({ writtenBy }) => writtenBy },
      { header: '書いた日時', cell: ({ writtenAt }) => stampInJapan(writtenAt) },
      { header: '訂正の理由', cell: ({ reason }) => reason },
    ],
    versions,
  );
};
