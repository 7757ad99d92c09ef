import { formatEra } from '../../../kernel/local-date.js';
import type { Call, CallProgress } from '../../../proposals/index.js';
import { ButtonLink, ButtonRow, Figure, FigureRow, Section, type Viewer } from '../../shared/index.js';

interface CallProgressProps {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly progress: CallProgress;
}

/** How many proposals of a call were heard and presented, and the way to the panel. */
export function CallProgressSection({ viewer, call, progress }: CallProgressProps) {
  if (call.state === 'draft') return null;
  const { heard, presented, byProposal } = progress;
  const days = [...byProposal.values()];
  return (
    <Section title="聞き取りと発表">
      <FigureRow>
        <Figure label="聞き取りをした提案" note={daysInWords(days.flatMap(({ heardOn }) => heardOn))}>
          {heard}件
        </Figure>
        <Figure label="発表した提案" note={daysInWords(days.flatMap(({ presentedOn }) => presentedOn ?? []))}>
          {presented}件
        </Figure>
      </FigureRow>
      {call.rubric === null ? (
        <p class="hint">評価項目のない募集のため、発表会での採点はありません。聞き取りは、提案のページから始めます。</p>
      ) : (
        <>
          <p class="hint">聞き取りは、提案のページから始めます。発表会は、審査会のページで委員と日時を決めます。</p>
          <ButtonRow>
            <ButtonLink kind="secondary" href={viewer.url('staff/panels')}>
              発表会（審査会）の準備をする
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </Section>
  );
}

type Days = Parameters<typeof formatEra>[0][];

const daysInWords = (days: Days): string | undefined =>
  days.length === 0 ? undefined : [...new Set(days)].sort().map(formatEra).join('、');
