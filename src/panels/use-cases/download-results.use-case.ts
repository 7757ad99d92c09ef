import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { writeCsv, type CsvCell } from '../../platform/csv/index.js';
import { formatPoints, mostPoints, shortfallInWords } from '../domain/points-words.js';
import { ViewMeeting, type MeetingView } from './view-meeting.use-case.js';
import type { CaseOutcome } from '../domain/results.js';

export interface ResultsFile {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** 審査結果一覧 as CSV: every member's total, the mean printed and exact, the place and why a case falls short. */
@Injectable()
export class DownloadResults {
  constructor(private readonly viewMeeting: ViewMeeting) {}

  /** Throws not-found, and `panels.moved-on` while the scoring is open. */
  async execute(actor: Actor, meetingId: string): Promise<ResultsFile> {
    const view = await this.viewMeeting.execute(actor, meetingId);
    if (view.meeting.state === 'scoring') throw new DomainError('panels.moved-on', 'conflict');
    const { panel, meeting } = view;
    return {
      bytes: writeCsv(columnsOf(view), view.outcomes),
      fileName: `審査結果_${panel.name}_第${String(meeting.number)}回.csv`,
    };
  }
}

const columnsOf = ({ members, meeting, words }: MeetingView) => [
  { header: '順位', cell: ({ placed }: CaseOutcome): CsvCell => placed.place },
  { header: '番号', cell: ({ item }: CaseOutcome) => item.reference },
  { header: words.party, cell: ({ item }: CaseOutcome) => item.organizationName },
  { header: '件名', cell: ({ item }: CaseOutcome) => item.title },
  ...members.map(({ staffId, name }) => ({
    header: name,
    cell: ({ score }: CaseOutcome): CsvCell => {
      if (meeting.absent.includes(staffId)) return '欠席';
      if (score.recused.includes(staffId)) return '忌避';
      return score.totals.find((each) => each.staffId === staffId)?.total ?? null;
    },
  })),
  { header: '合計', cell: ({ score }: CaseOutcome) => formatPoints(score.sum) },
  { header: '平均', cell: ({ score }: CaseOutcome) => (score.mean ? formatPoints(score.mean) : null) },
  {
    header: '平均（分数）',
    cell: ({ score }: CaseOutcome) =>
      score.mean ? `${String(score.mean.numerator)}/${String(score.mean.denominator)}` : null,
  },
  { header: '満点', cell: ({ item }: CaseOutcome): CsvCell => mostPoints(item.rubric) },
  {
    header: '基準に達しない理由',
    cell: ({ item, score }: CaseOutcome) =>
      score.shortfalls.map((shortfall) => shortfallInWords(item.rubric, shortfall)).join(''),
  },
];
