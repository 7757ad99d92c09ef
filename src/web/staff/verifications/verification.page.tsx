import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { originInWords, SIDE_LABELS, type Side, type VerificationPage as View } from '../../../verifications/index.js';
import {
  ButtonLink,
  CheckAnswers,
  DataTable,
  Day,
  Money,
  Notice,
  Prose,
  Section,
  StatusTag,
  type Viewer,
} from '../../shared/index.js';
import { DecidedDirection, earlierInWords, SideBySide, VerificationTag } from '../../shared/verification-words.js';
import { IssuedLetterLine, IssueForm } from './direction-letter.js';
import { DirectionForm } from './direction-form.js';
import { PanelInCharge } from './panel-in-charge.js';
import { PublishForm, TakeDownForm, WithdrawForm } from './verification-acts.js';

export interface VerificationPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  /** What a form of the page held when it was refused. */
  readonly body: unknown;
  readonly mayAct: boolean;
}

/** One project at the end of its year: who said what, side by side, and what the section does next. */
export function StaffVerificationPage(props: VerificationPageProps) {
  const { viewer, view, mayAct } = props;
  const { verification, grant, supportYear, earlier, asked, opinions } = view;
  return (
    <>
      <CheckAnswers
        answers={[
          {
            label: '状態',
            value: (
              <VerificationTag
                state={verification.state}
                isAnswered={asked.every((side) => opinions.some((each) => each.side === side && each.given))}
              />
            ),
          },
          { label: '団体', value: verification.organizationName },
          { label: '補助制度', value: verification.programName },
          ...(supportYear === null ? [] : [{ label: '支援の年次', value: supportYear }]),
          { label: '補助金の額', value: <Money yen={grant.amountInForce} /> },
          { label: '答えの期限', value: <Day date={verification.dueOn} /> },
          {
            label: '資料',
            value: (
              <>
                <a href={viewer.url(`staff/grants/${grant.id}`)}>交付決定</a>　
                <a href={viewer.url(`staff/applications/${verification.applicationId}`)}>交付申請</a>
              </>
            ),
          },
          ...earlier.map((each) => ({
            label: `${formatFiscalYear(each.fiscalYear)}の検証`,
            value: <a href={viewer.url(`staff/verifications/${each.id}`)}>{earlierInWords(each)}</a>,
          })),
        ]}
      />
      <Section title="答えの状況">
        <Opinions viewer={viewer} view={view} mayAct={mayAct} />
      </Section>
      <PanelInCharge {...props} />
      <Section title="それぞれの答え">
        <SideBySide points={view.points} asked={view.asked} />
      </Section>
      <NextStep {...props} />
    </>
  );
}

const Opinions = ({ viewer, view: { verification, asked, opinions }, mayAct }: Omit<VerificationPageProps, 'body'>) => (
  <DataTable
    caption="答えの状況"
    captionHidden
    cards
    empty=""
    rows={asked}
    columns={[
      { label: 'だれが', tight: true, cell: (side: Side) => SIDE_LABELS[side] },
      {
        label: '状態',
        tight: true,
        cell: (side: Side) => {
          const opinion = opinions.find((each) => each.side === side);
          if (opinion?.given)
            return <StatusTag tone="success">{opinion.onPaper ? '回答済み（担当課が記入）' : '回答済み'}</StatusTag>;
          return <StatusTag tone="warning">{opinion ? '書きかけ' : '未回答'}</StatusTag>;
        },
      },
      {
        label: '答えた日',
        tight: true,
        cell: (side: Side) => <Day date={opinions.find((each) => each.side === side)?.saidOn ?? null} />,
      },
      {
        label: 'だれが記入したか',
        cell: (side: Side) => {
          const opinion = opinions.find((each) => each.side === side);
          if (!opinion) return 'まだありません';
          return opinion.given
            ? `${originInWords(opinion)}　記入：${opinion.writtenBy}`
            : `書きかけ：${opinion.writtenBy}`;
        },
      },
      // Once the direction is decided nobody writes any more, and the column would stand empty.
      ...(mayAct && verification.state === 'open'
        ? [
            {
              label: '記入',
              cell: (side: Side) => {
                const opinion = opinions.find((each) => each.side === side);
                const theirs = side === 'organization' && opinion !== undefined && !opinion.onPaper;
                const withPanel = side === 'panel' && verification.meetingId !== null;
                if (theirs) return '団体が画面で答えています';
                if (withPanel) return '委員が画面で答えます';
                return (
                  <a href={viewer.url(`staff/verifications/${verification.id}/opinions/${side}`)}>
                    {writeWords(side, opinion !== undefined)}
                  </a>
                );
              },
            },
          ]
        : []),
    ]}
  />
);

const writeWords = (side: Side, begun: boolean): string => {
  if (side === 'organization') return begun ? '紙の答えを直す' : '紙で届いた答えを入力する';
  if (side === 'panel') return begun ? '審査会の記録から記入した答えを直す' : '審査会の記録から担当課が記入する';
  const whose = SIDE_LABELS[side];
  return begun ? `${whose}の答えを直す` : `${whose}の答えを書く`;
};

const AfterDecision = ({ viewer, view: { verification, today }, body }: Omit<VerificationPageProps, 'mayAct'>) =>
  verification.letterId === null ? (
    <IssueForm viewer={viewer} verification={verification} body={body} today={formatEra(today)} />
  ) : (
    <PublishForm viewer={viewer} verification={verification} />
  );

function NextStep({ viewer, view, body, mayAct }: VerificationPageProps) {
  const { verification, waiting, draft } = view;
  switch (verification.state) {
    case 'open':
      return (
        <>
          <Section title="今後の方向性">
            {waiting.length > 0 ? (
              <Notice tone="info" title={`${waiting.map((side) => SIDE_LABELS[side]).join('、')}の答えを待っています`}>
                <p>
                  そろうと、今後の方向性を決められます。団体と審査会の答えは、期限を過ぎれば、ないままでも進められます。
                </p>
              </Notice>
            ) : (
              mayAct && <DirectionForm viewer={viewer} view={view} body={body} />
            )}
          </Section>
          {mayAct && <WithdrawForm viewer={viewer} verification={verification} body={body} />}
        </>
      );
    case 'proposed':
      return (
        <Section title="今後の方向性">
          <Notice tone="info" title={`「${verification.directionLabel ?? ''}」で決裁に回っています`}>
            <Prose text={verification.reason} />
            {draft && (
              <p>
                <a href={viewer.url(`staff/approvals/${draft.id}`)}>起案{draft.number}を開く</a>
              </p>
            )}
          </Notice>
        </Section>
      );
    case 'decided':
      return (
        <Section title="今後の方向性">
          <DecidedDirection verification={verification} />
          <IssuedLetterLine viewer={viewer} verification={verification} />
          {mayAct && <AfterDecision viewer={viewer} view={view} body={body} />}
        </Section>
      );
    case 'published':
      return (
        <Section title="今後の方向性">
          <DecidedDirection verification={verification} />
          <IssuedLetterLine viewer={viewer} verification={verification} />
          {mayAct && verification.letterId === null && <AfterDecision viewer={viewer} view={view} body={body} />}
          <p>
            <Day date={verification.publishedOn} />
            から公表しています。
          </p>
          <ButtonLink kind="secondary" small href={viewer.url(`verifications/${verification.id}`)}>
            公表のページを見る
          </ButtonLink>
          {mayAct && <TakeDownForm viewer={viewer} verification={verification} body={body} />}
        </Section>
      );
    case 'withdrawn':
      return (
        <Notice tone="neutral" title="この検証は取りやめました">
          <Prose text={verification.note} />
        </Notice>
      );
  }
}
