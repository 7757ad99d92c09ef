import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import {
  originInWords,
  SIDE_LABELS,
  type AnswerOrigin,
  type ComparedPoint,
  type Side,
  type Verification,
} from '../../verifications/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { DataTable } from './tables.js';
import { Day, Prose } from './values.js';

const STATES: Readonly<Record<Verification['state'], { readonly label: string; readonly tone: Tone }>> = {
  open: { label: '答えの受付中', tone: 'warning' },
  proposed: { label: '決裁中', tone: 'info' },
  decided: { label: '方向性決定（公表前）', tone: 'info' },
  published: { label: '公表済み', tone: 'success' },
  withdrawn: { label: '取りやめ', tone: 'neutral' },
};

interface VerificationTagProps extends Pick<Verification, 'state'> {
  /** Everybody who was asked has answered; what is left is the section's. */
  readonly isAnswered?: boolean;
}

/** The state as the town hall speaks of it. */
export const VerificationTag = ({ state, isAnswered = false }: VerificationTagProps) => (
  <StatusTag tone={STATES[state].tone}>
    {state === 'open' && isAnswered ? '方向性の検討中' : STATES[state].label}
  </StatusTag>
);

export const stateInWords = (state: Verification['state']): string => STATES[state].label;

/** `令和8年度　通学路の花いっぱい見守り隊`. */
export const verificationName = ({ fiscalYear, title }: Pick<Verification, 'fiscalYear' | 'title'>): string =>
  `${formatFiscalYear(fiscalYear)}　${title}`;

/** What each side chose and why, point by point; where they differ is said in words. */
export const SideBySide = ({ points, asked }: { points: readonly ComparedPoint[]; asked: readonly Side[] }) => (
  <DataTable
    caption="それぞれの答え"
    captionHidden
    cards
    empty="答えはまだありません。"
    rows={points}
    columns={[
      {
        label: '項目',
        cell: ({ label, differs }) => (
          <>
            {label}
            {differs && (
              <p>
                <StatusTag tone="info">答えが分かれています</StatusTag>
              </p>
            )}
          </>
        ),
      },
      ...asked.map((side) => ({
        label: SIDE_LABELS[side],
        cell: ({ answers }: ComparedPoint) => {
          const answer = answers.find((each) => each.side === side)?.answer;
          return answer ? (
            <>
              <strong>{answer.answer}</strong>
              <Prose text={answer.reason} />
            </>
          ) : (
            '回答なし'
          );
        },
      })),
    ]}
  />
);

/** By whom, when and where each side answered: a sheet that staff entered for others is not passed off as theirs. */
export const AnswerOrigins = ({ origins }: { origins: readonly AnswerOrigin[] }) =>
  origins.length > 0 && (
    <ul>
      {origins.map((origin) => (
        <li key={origin.side}>{originInWords(origin)}</li>
      ))}
    </ul>
  );

/** The direction that was decided, and why. */
export const DecidedDirection = ({ verification }: { verification: Verification }) => (
  <CheckAnswers
    answers={[
      { label: '今後の方向性', value: <strong>{verification.directionLabel}</strong> },
      { label: '理由', value: <Prose text={verification.reason} /> },
      { label: '決めた日', value: <Day date={verification.decidedOn} /> },
    ]}
  />
);

/** `令和8年度の検証：継続（令和9年5月10日に決定）` of the years before, for who applies again and who checks it. */
export const earlierInWords = ({ fiscalYear, title, directionLabel, decidedOn }: Verification): string =>
  `${formatFiscalYear(fiscalYear)}「${title}」の検証：${directionLabel ?? ''}（${decidedOn ? formatEra(decidedOn) : ''}に決定）`;
