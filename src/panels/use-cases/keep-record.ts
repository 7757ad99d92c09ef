import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { LONGEST_COMMENT, LONGEST_MINUTES, LONGEST_SAID, type Meeting, type PanelCase } from '../domain/meeting.js';
import { MeetingStore } from '../store/meeting.store.js';

/** What the page of the record sends, whichever button is pressed. */
export interface RecordForm {
  readonly meetingId: string;
  /** The save that the page was filled from. */
  readonly version: number;
  readonly minutes: string;
  /** 講評 by the id of its case. */
  readonly comments: Readonly<Record<string, string>>;
  /** What was presented, and what was asked and answered, by the id of its case. */
  readonly talk: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
}

export interface KeptRecord {
  readonly meeting: Meeting;
  readonly cases: readonly PanelCase[];
}

/** Saves 議事 and 講評; saving and confirming both begin with it. */
@Injectable()
export class KeepRecord {
  constructor(private readonly meetings: MeetingStore) {}

  /** Throws stale, `panels.moved-on` once confirmed; faults at `minutes`, `talk.<case>`, `questions.<case>`, `comments.<case>`. */
  async keep(tx: Transaction, { meetingId, version, ...form }: RecordForm): Promise<KeptRecord> {
    const meeting = await this.meetings.getForUpdate(tx, meetingId);
    if (meeting.state === 'confirmed') throw new DomainError('panels.moved-on', 'conflict');
    if (meeting.version !== version) throw DomainError.stale();
    const minutes = form.minutes.trim();
    const cases = (await this.meetings.casesOf(tx, [meetingId])).map((item) => ({
      ...item,
      comment: (form.comments[item.id] ?? item.comment).trim(),
      talk: (form.talk[item.id] ?? item.talk).trim(),
      questions: (form.questions[item.id] ?? item.questions).trim(),
    }));
    refuseWhenFaulty([
      ...tooLong('minutes', minutes, LONGEST_MINUTES),
      ...cases.flatMap(({ id, talk, questions, comment }) => [
        ...tooLong(`talk.${id}`, talk, LONGEST_SAID),
        ...tooLong(`questions.${id}`, questions, LONGEST_SAID),
        ...tooLong(`comments.${id}`, comment, LONGEST_COMMENT),
      ]),
    ]);
    await this.meetings.change(tx, meeting, { minutes });
    for (const { id, talk, questions, comment } of cases) {
      await this.meetings.changeCase(tx, id, { talk, questions, comment });
    }
    return { meeting: { ...meeting, minutes, version: version + 1 }, cases };
  }
}

const tooLong = (pointer: string, text: string, max: number): Fault[] =>
  [...text].length > max ? [{ pointer, code: 'common.too-long', params: { max } }] : [];
