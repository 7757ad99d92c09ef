import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { CaseList, WriteMessage } from '../../cases/index.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramDocument } from '../../programs/index.js';
import { applicationTitle } from '../domain/application-title.js';
import type { Application } from '../domain/application.js';
import { outsideYearFaults } from '../domain/project-period.js';
import { placeOf } from '../../forms/index.js';
import { rectifiedFields, sectionAt } from '../domain/rectified-draft.js';
import { LONGEST_RECTIFICATION_REASON, timesAt, type Rectification } from '../domain/rectification.js';
import { readRectification, rectifiablePlaces, rectified, type TypedRectification } from '../domain/rectify.js';
import type { Submission, SubmittedContent } from '../domain/submission.js';
import { ApplicationStore } from '../store/application.store.js';
import { RectificationStore } from '../store/rectification.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { RectificationPort } from './rectification-port.js';

export interface RectifyApplicationCommand {
  readonly applicationId: string;
  readonly pointer: string;
  readonly typed: TypedRectification;
  readonly reason: string;
  /** How often this place had been put right when the page was opened. */
  readonly seen: number;
  /** Given out once with the form: a double click or a resend carries the same. */
  readonly requestId: string;
}

/** Characters of a long answer that a message shows; the whole stands with the application. */
const MOST_IN_MESSAGE = 600;

type Put = Pick<Rectification, 'pointer' | 'label' | 'before' | 'after' | 'replacement' | 'reason'>;

/**
 * 職権訂正 of a trifle during the review, told to the organisation in the thread of its case. Faults at the fields and at
 * `reason`; throws `applications.not-under-review`, `applications.rectified-by-another`.
 */
@Injectable()
export class RectifyApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly rectifications: RectificationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly programs: Programs,
    private readonly cases: CaseList,
    private readonly messages: WriteMessage,
    private readonly consequences: RectificationPort,
    private readonly ties: Ties,
  ) {}

  execute(actor: Actor, command: RectifyApplicationCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, (tx) => this.rectify(tx, command));
  }

  private async rectify(tx: Transaction, command: RectifyApplicationCommand): Promise<void> {
    const { applicationId, requestId } = command;
    const application = await this.applications.getForUpdate(tx, applicationId);
    await this.ties.refuseTied(tx, application.organizationId);
    if (await this.rectifications.hasRequest(tx, applicationId, requestId)) return;
    if (application.state !== 'submitted') throw new DomainError('applications.not-under-review', 'conflict');
    const submission = await this.submissions.newest(tx, applicationId);
    if (!submission) throw new Error(`application ${applicationId} is sent without a submission`);
    const { document } = await this.programs.version(tx, application.programVersionId);
    const put = readCommand(document, submission, command);
    await this.rectifications.add(tx, applicationId, { ...put, requestId, round: application.round });
    await this.correctDraft(tx, applicationId, submission.content, put);
    const title = applicationTitle(document, rectified(submission.content, [put]).answers);
    await this.cases.retitle(tx, applicationId, title);
    await this.tell(tx, application, put, requestId);
  }

  /** If the application is returned, its officers find the right text. */
  private async correctDraft(tx: Transaction, id: string, content: SubmittedContent, put: Put): Promise<void> {
    const section = (await this.sections.all(tx, id)).get(sectionAt(content, put.pointer));
    if (!section) return;
    const fields = rectifiedFields(section.fields, put.pointer, content, put.replacement);
    if (fields === section.fields) return;
    await this.sections.save(tx, id, section, { fields, parked: section.parked, page: randomUUID() });
  }

  private async tell(
    tx: Transaction,
    { id, organizationId }: Application,
    { pointer, label, before, after, reason }: Put,
    requestId: string,
  ): Promise<void> {
    const text = [
      `「${label}」を職権で訂正しました。`,
      ...(await this.consequences.get().tell(tx, id, pointer)),
      `訂正前：${inMessage(before)}`,
      `訂正後：${inMessage(after)}`,
      `理由：${reason}`,
      '違うときは、この連絡に返信してください。',
    ].join('\n');
    await this.messages.write(tx, { caseId: id, requestId, from: 'staff', text, place: { pointer, label } });
    const detail = { field: label, before, after, reason };
    tx.audit({ action: 'application.rectified', subjectKind: 'application', subjectId: id, organizationId, detail });
  }
}

function inMessage(text: string): string {
  const characters = [...text];
  if (characters.length > MOST_IN_MESSAGE) return `${characters.slice(0, MOST_IN_MESSAGE).join('')}…`;
  return text === '' ? '（なし）' : text;
}

/** Throws `applications.rectified-by-another`, not-found for a place that is no trifle, faults at its fields and at `reason`. */
function readCommand(
  document: ProgramDocument,
  { content, rectifications }: Submission,
  { pointer, typed, seen, reason: typedReason }: RectifyApplicationCommand,
): Put {
  const place = rectifiablePlaces(document, content).find((each) => each.pointer === pointer);
  if (!place) throw DomainError.notFound();
  if (seen !== timesAt(rectifications, pointer)) throw new DomainError('applications.rectified-by-another', 'stale');
  const { label, text: before } = place;
  const { after, replacement, faults: wrong } = readRectification(document, content, pointer, typed);
  const reason = typedReason.trim();
  const faults: Fault[] = [...wrong];
  if (wrong.length === 0 && pointer === placeOf(document.project?.periodQuestion ?? '')) {
    faults.push(...outsideYearFaults(document, rectified(content, [{ pointer, replacement }]).answers));
  }
  if (faults.length === 0 && after === before) faults.push({ pointer: '', code: 'applications.nothing-rectified' });
  if (reason === '') faults.push({ pointer: 'reason', code: 'applications.rectification-reason-missing' });
  if ([...reason].length > LONGEST_RECTIFICATION_REASON) {
    const params = { max: LONGEST_RECTIFICATION_REASON };
    faults.push({ pointer: 'reason', code: 'common.too-long', params });
  }
  refuseWhenFaulty(faults);
  return { pointer, label, before, after, replacement, reason };
}
