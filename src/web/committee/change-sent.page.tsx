import type { Acknowledgement } from '../../acknowledgements/index.js';
import type { ChangePage } from '../../grant-changes/index.js';
import { ChangeTag, MovedTable, PlacesTable } from '../shared/change-words.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Money,
  Notice,
  Prose,
  Section,
  type Viewer,
} from '../shared/index.js';
import { ToldAnswer } from '../shared/told-answer.js';
import { ChangePapers } from './change-papers.js';
import { GiveUp } from './change-tasks.page.js';

interface ChangeSentProps {
  readonly viewer: Viewer;
  readonly view: ChangePage;
  /** To a notice, by its letter; null until then. */
  readonly answer: Acknowledgement | null;
}

/** What was sent, where it stands, and how it was decided. */
export function ChangeSentPage({ viewer, view, answer }: ChangeSentProps) {
  const { change, grant, moved, places, papers } = view;
  const { kind, state } = change;
  return (
    <>
      <ToldAnswer viewer={viewer} answer={answer} />
      <Standing view={view} />
      <CheckAnswers
        answers={[
          { label: '状態', value: <ChangeTag change={change} /> },
          { label: '補助金', value: grant.programName },
          ...(kind === 'revocation'
            ? [
                { label: '取消しの根拠', value: change.article },
                { label: '取消しの理由', value: <Prose text={change.reason} /> },
              ]
            : [
                { label: '受付番号', value: change.receivedNumber ?? '' },
                {
                  label: '提出',
                  value: (
                    <>
                      {change.sentBy}（<Day date={change.receivedOn} />）
                    </>
                  ),
                },
                { label: '理由', value: <Prose text={change.reason} /> },
              ]),
          ...(kind === 'discontinuation'
            ? [
                { label: 'やめる日', value: <Day date={change.effectiveOn} /> },
                { label: 'これまでに使った額', value: <Money yen={change.spentAmount} /> },
              ]
            : []),
          {
            label: kind === 'revocation' ? '取消し前の額' : 'もとの交付決定額',
            value: <Money yen={change.beforeAmount} />,
          },
          ...(change.askedAmount === null || !change.needsApproval
            ? []
            : [{ label: '申請した変更後の額', value: <Money yen={change.askedAmount} /> }]),
          ...(state === 'issued' && change.amount !== null
            ? [{ label: '決定した額', value: <Money yen={change.amount} strong /> }]
            : []),
          ...(state === 'issued' && change.decisionReason !== ''
            ? [{ label: '理由（担当課）', value: <Prose text={change.decisionReason} /> }]
            : []),
        ]}
      />
      {places.length > 0 && (
        <Section title="変わるところ">
          <PlacesTable places={places} />
        </Section>
      )}
      {moved.length > 0 && (
        <Section title="支出の増減">
          <MovedTable moved={moved} />
        </Section>
      )}
      <ChangePapers viewer={viewer} change={change} papers={papers} />
      {state === 'sent' && <GiveUp viewer={viewer} change={change} />}
      <ButtonRow>
        {state === 'issued' && change.letterId && (
          <ButtonLink href={viewer.url(`committee/letters/${change.letterId}`)}>通知書を見る</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={viewer.url(`committee/grants/${grant.id}`)}>
          この補助金のページに戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Standing({ view: { change } }: { view: ChangePage }) {
  switch (change.state) {
    case 'sent':
    case 'proposed':
    case 'decided':
    case 'scheduled':
      return change.needsApproval ? (
        <Notice tone="info" title="結果は通知書でお知らせします">
          <p>承認の通知書が届くまでは、いまの交付決定のとおり行ってください。</p>
        </Notice>
      ) : (
        <Notice tone="info" title="担当課が確かめています">
          <p>軽微な変更の届です。受理されると、ここに表示され、通知書が届きます。</p>
        </Notice>
      );
    case 'acknowledged':
      return (
        <Notice tone="success" title="届が受理されました">
          <p>変更後の内容で行ってください。交付決定額は変わりません。</p>
        </Notice>
      );
    case 'drafting':
    case 'returned':
    case 'issued':
    case 'withdrawn':
      return null;
  }
}
