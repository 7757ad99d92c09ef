import { phaseOf, type Consultation } from '../../../consultations/index.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { PhaseTag } from '../../shared/consultation-body.js';
import { ButtonLink, ButtonRow, Day, EmptyState, Section, type Viewer } from '../../shared/index.js';

interface ConsultationsProps {
  readonly viewer: Viewer;
  readonly consultations: readonly Consultation[];
  readonly today: LocalDate;
}

/** What one may comment on now, and what became of the others. */
export function ConsultationsPage({ viewer, consultations, today }: ConsultationsProps) {
  const isNow = (each: Consultation): boolean => ['coming', 'accepting'].includes(phaseOf(each, today));
  return (
    <>
      <p>
        計画や条例などの案に、どなたでも登録なしで意見を送れます。いただいた意見と考え方は、氏名を除いて公表します。
      </p>
      <Listed
        viewer={viewer}
        today={today}
        title="募集中・これから募集"
        none={{
          title: 'いま募集しているものはありません。',
          text: '募集が始まると、ここに案と締切が載ります。',
        }}
        all={consultations.filter(isNow)}
      />
      <Listed
        viewer={viewer}
        today={today}
        title="募集が終わったもの"
        none={{
          title: '募集が終わったものはまだありません。',
          text: '募集が終わると、いただいた意見と考え方が、ここから読めます。',
        }}
        all={consultations.filter((each) => !isNow(each))}
      />
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('consultations/mine')}>
          送った意見を見る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

interface ListedProps {
  readonly viewer: Viewer;
  readonly today: LocalDate;
  readonly title: string;
  readonly none: { readonly title: string; readonly text: string };
  readonly all: readonly Consultation[];
}

const Listed = ({ viewer, today, title, none, all }: ListedProps) => (
  <Section title={title}>
    {all.length === 0 ? (
      <EmptyState title={none.title}>
        <p>{none.text}</p>
      </EmptyState>
    ) : (
      <ul>
        {all.map((each) => (
          <li key={each.id}>
            <a href={viewer.url(`consultations/${each.id}`)}>{each.title}</a> <PhaseTag phase={phaseOf(each, today)} />
            <br />
            <Day date={each.opens} />
            から
            <Day date={each.closes} />
            まで
          </li>
        ))}
      </ul>
    )}
  </Section>
);
