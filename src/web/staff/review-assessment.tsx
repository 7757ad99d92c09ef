import type { BudgetLine } from '../../applications/index.js';
import { restoreWorking } from '../../kernel/working.js';
import { formatYen, subtractYen, yen, type Yen } from '../../kernel/yen.js';
import { LONGEST_ASSESSMENT_REASON, type Assessment, type ReviewView } from '../../reviews/index.js';
import { AssessedLines } from '../shared/assessed-lines.js';
import { EligibilityTag } from '../shared/budget-tables.js';
import { Details, fieldName, Figure, Moment, Money, Notice, Select, TextArea, WorkingTable } from '../shared/index.js';
import { judgementOf } from './typed-review.js';

const CHOICES = [
  { value: 'yes', label: '対象' },
  { value: 'no', label: '対象外' },
];

/** 査定額 beside 申請額, and how they differ. */
export function AssessedFigure({ assessment, applied }: { assessment: Assessment; applied: Yen }) {
  const assessed = yen(assessment.working.total);
  const note = assessed < applied ? `申請額より${formatYen(subtractYen(applied, assessed))}少ない` : '申請額のとおり';
  return (
    <Figure label="査定額" note={note}>
      <Money yen={assessed} />
    </Figure>
  );
}

/** What was judged and how 査定額 comes about; nothing as long as nobody has judged. */
export function AssessedWorking({ assessment: { working, lines } }: { assessment: Assessment }) {
  if (lines.length === 0) return null;
  return (
    <>
      <AssessedLines lines={lines} />
      <WorkingTable working={restoreWorking(working)} caption="査定額の算定" />
    </>
  );
}

/** Assessments that a correction undid: they count no more, and the line wants to be looked at again. */
export function FallenAssessments({ fallen }: Pick<ReviewView, 'fallen'>) {
  if (fallen.length === 0) return null;
  return (
    <Notice tone="warning" title="補正で行が変わったため、査定を外しました">
      <p>次の行の査定は、いまの額に入っていません。要るときは、もう一度査定してください。</p>
      <ul>
        {fallen.map(({ lineId, line, eligible, reason }) => (
          <li key={lineId}>
            {line}：{eligible === null ? '未定' : eligible ? '対象' : '対象外'}
            {reason !== '' && `（理由：${reason}）`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface AssessProps {
  readonly review: ReviewView;
  readonly line: BudgetLine;
}

/** 対象 or 対象外 against what the applicant said, with the reason; folded away until it is wanted. */
export function AssessLine({ review, line: { id, label } }: AssessProps) {
  if (!review.lines.some((line) => line.id === id)) return null;
  const kept = review.assessments.find(({ lineId }) => lineId === id);
  const name = (field: string): string => fieldName(`assessments.${id}.${field}`);
  const { reason = '', by = '', at = '' } = kept ?? {};
  return (
    <Details summary="査定する" open={kept !== undefined}>
      <Select
        name={name('eligible')}
        label={`「${label}」の査定`}
        options={CHOICES}
        prompt="申請のとおり"
        value={judgementOf(kept)}
      />
      <TextArea
        name={name('reason')}
        label="査定の理由"
        hint="対象・対象外を選んだときは必ず書きます。決定のあと、団体にも示されます。"
        rows={2}
        most={LONGEST_ASSESSMENT_REASON}
        value={reason}
      />
      {by !== '' && (
        <p class="hint">
          {by}　<Moment at={new Date(at)} />
        </p>
      )}
    </Details>
  );
}

/** What was decided of the line, where nothing can be changed any more. */
export function LineJudgement({ review, line: { id } }: AssessProps) {
  const judged = review.assessment.lines.find(({ lineId }) => lineId === id);
  if (!judged) return null;
  return (
    <span class="line-note">
      査定：
      <EligibilityTag eligible={judged.eligible} /> {judged.reason}
    </span>
  );
}
