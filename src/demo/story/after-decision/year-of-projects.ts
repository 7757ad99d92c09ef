import { PROJECT_GRANT } from '../apply-project.js';
import type { CastOrganization } from '../cast.js';
import { paperName, workingOn, type Folder, type Paper, type SummaryLine } from '../papers-of-the-year.js';
import type { Scene } from '../scenes.js';
import { went, type Troupe } from '../troupe.js';
import { takeEvidence } from './after-closing.js';
import { batchesOf } from './instalments.js';
import type { Course } from './what-was-done.js';
import { answerOn, digitsOf, rowsOf } from './tables.js';
import { collectRefunds, type RefundLine } from './year-of-refunds.js';

/** A 請求書 of a project and what became of it, as its organisation reads it. */
export interface ClaimLine {
  /** `概算払 第1回（全2回）` or `精算払`. */
  readonly part: string;
  /** Yen, as a string of digits. */
  readonly amount: string;
  readonly claimedOn: string;
  readonly paidOn: string;
  readonly state: string;
}

/** 変更, 中止, 取消し. */
export interface ChangeLine {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly state: string;
  readonly letter: Paper | null;
}

/** 額の確定 as staff read it beside the report. */
export interface DeterminationLine {
  readonly amount: string;
  readonly determinedOn: string;
  /** `支払 52,000円`, `返還 14,000円`, `なし`. */
  readonly settlement: string;
  readonly working: SummaryLine['working'];
  readonly letter: Paper;
}

/** What happened to a project between its decision and the end of the year. */
export interface ProjectYear {
  readonly organization: string;
  readonly title: string;
  /** What was planned to happen: from it the amounts can be worked out again. */
  readonly course: Course;
  /** 交付決定額, and what is in force at the end. */
  readonly decided: string;
  readonly inForce: string;
  readonly standing: string;
  readonly claims: readonly ClaimLine[];
  readonly changes: readonly ChangeLine[];
  readonly determination: DeterminationLine;
  readonly refunds: readonly RefundLine[];
  /** 証拠書類, as the 監査委員 take it. */
  readonly evidence: Paper;
}

/** A file that went to the bank after the first story. */
export interface TransferFile extends Paper {
  readonly paidOn: string;
  readonly state: string;
}

/** What the pages of staff and organisation say of the project's grant. */
export async function collectProject(
  troupe: Troupe,
  scene: Scene,
  { cast, course }: { readonly cast: CastOrganization; readonly course: Course },
  folder: Folder,
): Promise<ProjectYear> {
  const officer = await troupe.as(cast.signInName);
  const grant = went(await went(await officer.get(troupe.path('committee/grants'))).click(PROJECT_GRANT));
  return {
    organization: cast.name,
    course,
    title: answerOn(grant, '事業'),
    decided: digitsOf(answerOn(grant, '決定したときの額')),
    inForce: digitsOf(answerOn(grant, 'いまの交付決定額')),
    standing: answerOn(grant, '状態'),
    claims: await claimsOf(troupe, cast),
    changes: await changesOf(troupe, scene, cast, grant.url.pathname.replace('/committee/', '/staff/'), folder),
    determination: await determinationOf(troupe, scene, cast, folder),
    refunds: await collectRefunds(troupe, scene, cast, folder),
    evidence: await takeEvidence(troupe, cast, folder),
  };
}

async function determinationOf(
  troupe: Troupe,
  { hall }: Scene,
  cast: CastOrganization,
  folder: Folder,
): Promise<DeterminationLine> {
  const desk = await troupe.as(hall.clerk);
  const [row] = rowsOf(went(await desk.get(troupe.path('staff/reports'))), cast.name, '（見本）');
  const page = went(await desk.get(row?.href(/staff\/reports\/[0-9a-f-]{36}$/) ?? ''));
  const letter = row?.href(/staff\/letters\//) ?? '';
  return {
    ...{ amount: digitsOf(answerOn(page, '確定額')), determinedOn: answerOn(page, '確定日') },
    ...{ settlement: answerOn(page, '精算'), working: workingOn(page).lines },
    letter: await keepLetter(troupe, hall.clerk, letter, paperName('letter-determination', troupe, cast), folder),
  };
}

/** The oldest first. */
async function claimsOf(troupe: Troupe, cast: CastOrganization): Promise<ClaimLine[]> {
  const officer = await troupe.as(cast.signInName);
  const list = went(await officer.get(troupe.path('committee/claims')));
  return rowsOf(list, PROJECT_GRANT)
    .filter(({ href }) => href(/\/claims\//) !== undefined)
    .map(({ element, cell }) => ({
      ...{ part: element.find('.hint').text().trim(), amount: digitsOf(cell('請求額')) },
      ...{ claimedOn: cell('請求日'), paidOn: cell('振込日'), state: cell('状態') },
    }))
    .reverse();
}

async function changesOf(
  troupe: Troupe,
  { hall }: Scene,
  cast: CastOrganization,
  grant: string,
  folder: Folder,
): Promise<ChangeLine[]> {
  const desk = await troupe.as(hall.clerk);
  const lines: ChangeLine[] = [];
  for (const { cell, href } of rowsOf(went(await desk.get(grant)))) {
    const change = href(/staff\/changes\/[0-9a-f-]{36}$/);
    if (change === undefined || cell('手続き') === '') continue;
    const shown = went(await desk.get(change));
    const letter = shown.$('main a[href*="/staff/letters/"]').first().attr('href');
    lines.push({
      kind: cell('手続き'),
      ...{ before: digitsOf(cell('変更前')), after: digitsOf(cell('変更後')), state: cell('状態') },
      letter: letter
        ? await keepLetter(troupe, hall.clerk, letter, paperName('letter-change', troupe, cast), folder)
        : null,
    });
  }
  return lines;
}

async function keepLetter(troupe: Troupe, clerk: string, letter: string, file: string, folder: Folder): Promise<Paper> {
  return folder.keep(file, went(await (await troupe.as(clerk)).get(`${letter}/pdf`)).bytes);
}

/** Every file that went to the bank, the oldest first. */
export async function collectTransfers(troupe: Troupe, { hall }: Scene, folder: Folder): Promise<TransferFile[]> {
  const treasurer = await troupe.as(hall.treasurer);
  const list = went(await treasurer.get(troupe.path('treasury/batches')));
  const files: TransferFile[] = [];
  for (const batch of (await batchesOf(troupe, hall.treasurer)).reverse()) {
    const [row] = rowsOf(list).filter(({ href }) => href(new RegExp(`${batch}$`)) !== undefined);
    const { bytes } = went(await treasurer.get(`${batch}/file`));
    const paper = await folder.keep(row?.cell('ファイル') ?? '', bytes);
    files.push({ ...paper, paidOn: row?.cell('支払済の日') ?? '', state: row?.cell('状態') ?? '' });
  }
  return files;
}

/** What the bank gave back, and what the treasury says of it in the end. */
export interface ReturnedTransfer {
  readonly organization: string;
  readonly amount: string;
  readonly failedOn: string;
  readonly reason: string;
  readonly outcome: string;
}

export async function collectReturned(troupe: Troupe, { hall }: Scene): Promise<ReturnedTransfer[]> {
  const list = went(await (await troupe.as(hall.treasurer)).get(troupe.path('treasury/failures')));
  return rowsOf(list).map(({ cell }) => ({
    ...{ organization: cell('団体'), amount: digitsOf(cell('金額')), failedOn: cell('知らせの日') },
    ...{ reason: cell('銀行の理由'), outcome: cell('処理') },
  }));
}
