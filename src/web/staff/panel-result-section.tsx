import type { PanelStanding } from '../../panels/index.js';
import { CheckAnswers, Day, Details, Prose, Section, StatusTag, type Viewer } from '../shared/index.js';

/** What the panel said, beside the review; nothing while no panel has it on its agenda. */
export function PanelResultSection({ viewer, standing }: { viewer: Viewer; standing: PanelStanding }) {
  if (standing.kind === 'not-listed') return null;
  const { at } = standing;
  const meeting = (
    <>
      {at.panelName}　第{at.number}回（
      <Day date={at.heldOn} />）
    </>
  );
  if (standing.kind === 'waiting') {
    return (
      <Section title="審査会">
        <p>
          <a href={viewer.url(`staff/panel-meetings/${at.meetingId}`)}>{meeting}</a>
          の議題です。結果はまだ確定していません。
        </p>
      </Section>
    );
  }
  const { result, comment, talk, questions } = standing;
  return (
    <Section title="審査会の結果">
      <CheckAnswers
        answers={[
          {
            label: '順位',
            value:
              result.place === null ? (
                <>
                  <StatusTag tone="danger">基準に達していない</StatusTag>
                  {result.shortfalls.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                </>
              ) : (
                `${String(result.of)}件のうち${String(result.place)}位`
              ),
          },
          { label: '平均点', value: `${result.mean}点（${String(result.most)}点満点）` },
          {
            label: '採点した委員',
            value: `${String(result.counted)}人${result.recused.length > 0 ? `（忌避${String(result.recused.length)}人）` : ''}`,
          },
        ]}
      />
      <Details summary="評価項目ごとの平均と講評">
        <CheckAnswers
          answers={[
            ...result.criteria.map(({ label, most, mean }) => ({ label, value: `${mean}点（${String(most)}点満点）` })),
            ...(talk === '' ? [] : [{ label: '発表の要点', value: <Prose text={talk} /> }]),
            ...(questions === '' ? [] : [{ label: '質疑', value: <Prose text={questions} /> }]),
            { label: '講評', value: <Prose text={comment} /> },
          ]}
        />
      </Details>
      <p>
        <a href={viewer.url(`staff/panel-meetings/${standing.at.meetingId}/results`)}>{meeting}の結果を見る</a>
      </p>
    </Section>
  );
}
