import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  numberInWords,
  PROPOSAL_STATE_LABELS,
  SCREENING_LABELS,
  SORTING_LABELS,
  sortedWhere,
  type ProposalDraft,
  type ProposalState,
} from '../../../proposals/index.js';
import { CheckAnswers, type Answer } from '../lists.js';
import { Section } from '../structure.js';
import { Moment, Prose } from '../values.js';
import { hearingDayInWords } from './hearing-words.js';
import { PresentationWords } from './presentation-words.js';

/** From here on the town does not think further about it: what it was sorted as is told. */
const SETTLED: ReadonlySet<ProposalState> = new Set(['set-aside', 'adopted', 'refused', 'merged']);

/** What was said of a proposal since it came in; who said it stands there for staff alone. */
export function ProposalCourse({
  draft: { proposal, screening, hearing, presentation, panelComment, sorting, sortingSettled, decision, mergedInto },
  forStaff = false,
}: {
  draft: ProposalDraft;
  forStaff?: boolean;
}) {
  const answers: Answer[] = [];
  const by = (name: string, at: Date) =>
    forStaff && (
      <p class="hint">
        {name}（<Moment at={at} />）
      </p>
    );
  if (screening && proposal.state !== 'withdrawn') {
    answers.push({
      label: '必要性の確認',
      value: (
        <>
          <p>{SCREENING_LABELS[screening.outcome]}</p>
          <Prose text={screening.reason} />
          {by(screening.screenedBy, screening.screenedAt)}
        </>
      ),
    });
  }
  const { coming, heardOn, plans } = hearing;
  if (coming && !forStaff && proposal.state === 'relevant') {
    answers.push({
      label: 'お話をうかがう日',
      value: (
        <>
          <p>{hearingDayInWords(coming)}</p>
          {coming.words && <Prose text={coming.words} />}
        </>
      ),
    });
  }
  const newest = plans.at(-1);
  if (newest?.kind === 'called-off' && !forStaff) {
    const words = `${formatEra(newest.heldOn)}の予定は取りやめになりました。理由：${newest.reason}`;
    answers.push({ label: 'お話をうかがう日', value: <Prose text={words} /> });
  }
  if (heardOn.length > 0) {
    answers.push({ label: '聞き取り', value: `${heardOn.map(formatEra).join('、')}に話をうかがいました。` });
  }
  if (presentation) {
    const { held, heldOn, place, panelName } = presentation;
    answers.push(
      held
        ? { label: '発表', value: `${formatEra(heldOn)}に${panelName}（${place}）で発表されました。` }
        : { label: '発表の日', value: <PresentationWords presentation={presentation} /> },
    );
  }
  if (sorting && (forStaff || sortingSettled || SETTLED.has(proposal.state))) {
    answers.push({
      label: '仕分け',
      value: (
        <>
          <p>{SORTING_LABELS[sorting.kind]}</p>
          {sorting.reason && <Prose text={sorting.reason} />}
          {sortedWhere(sorting) && <p>{sortedWhere(sorting)}</p>}
          {forStaff
            ? by(sorting.sortedBy, sorting.sortedAt)
            : !sortedWhere(sorting) && <p class="hint">{formatEra(dayInJapan(sorting.sortedAt))}に仕分けました。</p>}
        </>
      ),
    });
  }
  if (decision?.decidedOn) {
    answers.push({
      label: '結果',
      value: (
        <>
          <p>
            {PROPOSAL_STATE_LABELS[decision.kind]}（{formatEra(decision.decidedOn)}）
            {decision.amount !== null && `予算の額：${formatYen(decision.amount)}`}
          </p>
          {mergedInto && !forStaff && (
            <p>
              {numberInWords(mergedInto.number)}「{mergedInto.title}」と1つにして検討します。
            </p>
          )}
          <Prose text={decision.comment} />
        </>
      ),
    });
    if (panelComment && !forStaff) answers.push({ label: '審査会の講評', value: <Prose text={panelComment} /> });
  }
  if (answers.length === 0) return null;
  return (
    <Section title="検討の経過">
      <CheckAnswers answers={answers} />
    </Section>
  );
}
