import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isPointField, pointAnswersIn, type Scans } from '../../applications/index.js';
import { readAnswers, sectionNamed, type Answer, type Sections } from '../../forms/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { storeWorking } from '../../kernel/working.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { asSubmitted } from '../../writing/index.js';
import { accountFigures, type AccountFigures } from '../domain/account.js';
import { changedPlaces, unansweredFaults, type Change, type ReportPoint } from '../domain/point.js';
import { linesOfAccount, readAccount } from '../domain/read-account.js';
import {
  duplicatesAmong,
  isReceiptSection,
  MOST_RECEIPTS,
  readReceipt,
  receiptIn,
  type Duplicate,
  type TypedReceipt,
} from '../domain/receipt.js';
import { placesOf, type Photograph, type ReportContent } from '../domain/report-content.js';
import type { PerformanceReport } from '../domain/report.js';
import { readLine, type TypedLine } from '../domain/typed-account.js';
import { ReportFileStore, type KeptReportFile } from '../store/report-file.store.js';
import { ReportPointStore } from '../store/report-point.store.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { OtherReceipts } from './other-receipts.js';
import { ReportGrounds, type ReportGround } from './report-grounds.js';
import { ACCOUNT, consentField, PHOTO_PREFIX, PHOTOS, pointerOf } from './report-sections.js';

/** A report with all that its pages, its check and its submission need to know. */
export interface PreparedReport extends ReportGround {
  readonly sections: Sections;
  readonly files: readonly KeptReportFile[];
  readonly lines: readonly TypedLine[];
  readonly figures: AccountFigures;
  readonly receipts: readonly TypedReceipt[];
  readonly duplicates: readonly Duplicate[];
  /** What would be sent now; lines and answers that cannot be read stand in it as blank or 0. */
  readonly content: ReportContent<Answer>;
  /** The points of the return that is being answered. */
  readonly points: readonly ReportPoint[];
  readonly pointAnswers: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
  /** Of `content`: what is sent is what was checked. */
  readonly digest: string;
  readonly scans: Scans;
  /** Everything that keeps it from being sent. */
  readonly faults: readonly Fault[];
}

/** Puts a report together and judges it: the check page and the submission see exactly the same. */
@Injectable()
export class PrepareReport {
  constructor(
    private readonly grounds: ReportGrounds,
    private readonly sections: ReportSectionStore,
    private readonly files: ReportFileStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly points: ReportPointStore,
    private readonly others: OtherReceipts,
    private readonly store: FileStore,
  ) {}

  async prepare(tx: Transaction, report: PerformanceReport): Promise<PreparedReport> {
    const ground = await this.grounds.of(tx, report);
    const sections = await this.sections.all(tx, report.id);
    const files = await this.files.of(tx, report.id);
    const written = writtenIn(ground, sections, files, tx.today);
    const { content } = written;
    const previous = (await this.submissions.newest(tx, report.id))?.content ?? null;
    const points = (await this.points.of(tx, report.id)).filter(({ round }) => round === report.round);
    const pointAnswers = pointAnswersIn(sections);
    const changes = previous ? changedPlaces(placesOf(previous), placesOf(content)) : [];
    const scans = await this.store.scanStates(
      tx,
      files.map(({ sha256 }) => sha256),
    );
    return {
      ...ground,
      ...{ sections, files, points, pointAnswers, changes, scans, content },
      ...{ lines: written.lines, figures: written.figures, receipts: written.receipts },
      duplicates: duplicatesAmong(written.receipts, await this.others.of(tx, report, written.receipts)),
      digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      faults: [
        ...written.faults,
        ...infectedFaults(files, scans),
        ...parkedFaults(sections),
        ...unansweredFaults(points, pointAnswers, changes),
      ],
    };
  }
}

interface WrittenReport extends Pick<PreparedReport, 'lines' | 'figures' | 'receipts' | 'content'> {
  readonly faults: readonly Fault[];
}

function writtenIn(
  ground: ReportGround,
  sections: Sections,
  files: readonly KeptReportFile[],
  today: LocalDate,
): WrittenReport {
  const { asked, account, plan, decision, grantOf } = ground;
  const lines = linesOfAccount(plan, typedLinesIn(sections));
  const figures = accountFigures(account, plan, lines, decision, grantOf);
  const read = readAccount(account, plan, lines, decision, figures);
  const answers = readAnswers(asked.form, sections, files);
  const receipts = receiptsIn(sections, files);
  const expenditures = new Set(lines.filter(({ side }) => side === 'expenditure').map(({ id }) => id));
  const proofs = receipts.map((receipt) => readReceipt(receipt, expenditures, today));
  const photographs = photographsIn(sections, files);
  const content: ReportContent<Answer> = {
    answers: answers.answers,
    account: read.lines,
    receipts: proofs.flatMap(({ receipt }) => receipt ?? []),
    photographs,
    files: files.map(asSubmitted),
    working: storeWorking(figures.working),
  };
  const faults = [
    ...answers.faults,
    ...read.faults,
    ...proofs.flatMap((proof) => proof.faults),
    ...tooManyFaults(receipts),
    ...captionFaults(photographs),
  ];
  return { lines, figures, receipts, content, faults };
}

/** The lines of the account as typed, in the order in which they were written. */
export const typedLinesIn = (sections: Sections): TypedLine[] =>
  [...sectionNamed(sections, ACCOUNT).fields]
    .filter(([field]) => !isPointField(field))
    .map(([id, text]) => readLine(id, text));

const receiptsIn = (sections: Sections, files: readonly KeptReportFile[]): TypedReceipt[] =>
  [...sections.values()]
    .filter(({ name }) => isReceiptSection(name))
    .map(({ name, fields }) =>
      receiptIn(
        name,
        fields,
        files.filter(({ kind }) => kind === name).map(({ sha256 }) => sha256),
      ),
    );

const photographsIn = (sections: Sections, files: readonly KeptReportFile[]): Photograph[] => {
  const { fields } = sectionNamed(sections, PHOTOS);
  return files
    .filter(({ kind }) => kind.startsWith(PHOTO_PREFIX))
    .map(({ kind, sha256 }) => ({
      ...{ id: kind, caption: (fields.get(kind) ?? '').trim(), sha256 },
      ...(fields.get(consentField(kind)) === 'yes' && { publishable: true }),
    }));
};

const LONGEST_CAPTION = 100;

const tooManyFaults = (receipts: readonly TypedReceipt[]): Fault[] =>
  receipts.length > MOST_RECEIPTS
    ? [{ pointer: 'receipts', code: 'reports.too-many-receipts', params: { most: MOST_RECEIPTS } }]
    : [];

const captionFaults = (photographs: readonly Photograph[]): Fault[] =>
  photographs
    .filter(({ caption }) => [...caption].length > LONGEST_CAPTION)
    .map(({ id }) => ({
      pointer: `photos.${id}`,
      code: 'reports.caption-too-long',
      params: { most: LONGEST_CAPTION },
    }));

const infectedFaults = (files: readonly KeptReportFile[], scans: Scans): Fault[] =>
  files
    .filter(({ sha256 }) => scans.get(sha256) === 'infected')
    .map(({ kind, name }) => ({ pointer: placeOfFile(kind), code: 'files.infected', params: { name } }));

const placeOfFile = (kind: string): string => {
  if (isReceiptSection(kind)) return `receipts.${kind}.file`;
  return kind.startsWith(PHOTO_PREFIX) ? `photos.${kind}` : `form.${kind}`;
};

/** Texts of two officers that nobody has brought together yet. */
const parkedFaults = (sections: Sections): Fault[] =>
  [...sections.values()].flatMap(({ name, parked }) =>
    [...new Set(parked.map(({ field }) => field))].map((field) => ({
      pointer: pointerOf(name, field),
      code: 'applications.two-texts',
    })),
  );
