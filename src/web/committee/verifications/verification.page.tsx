import type { Fields } from '../../../forms/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { blankOpinion, isDecided, originsOf, type VerificationPage as View } from '../../../verifications/index.js';
import { CheckAnswers, Day, Details, Money, Notice, Prose, Section, type Viewer } from '../../shared/index.js';
import { townWord } from '../../shared/head-words.js';
import { OpinionForm } from '../../shared/opinion-form.js';
import { AnswerOrigins, DecidedDirection, earlierInWords, SideBySide } from '../../shared/verification-words.js';

interface VerificationPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  /** As it was typed, when it came back. */
  readonly typed: Fields | null;
  readonly isStale: boolean;
}

/** One project at the end of its year: what the organisation is asked, what it said, and what was decided. */
export function VerificationPage(props: VerificationPageProps) {
  const { viewer, view } = props;
  const { verification } = view;
  return (
    <>
      <Facts viewer={viewer} view={view} />
      {isDecided(verification) ? (
        <>
          <Section title="今後の方向性">
            <DecidedDirection verification={verification} />
            {verification.letterId !== null && (
              <p>
                {view.letterOpens ? (
                  <a href={viewer.url(`committee/letters/${verification.letterId}`)}>
                    検証結果通知書（{verification.letterNumber}）を見る
                  </a>
                ) : (
                  `検証結果通知書（${verification.letterNumber ?? ''}）を、紙でお送りします。`
                )}
              </p>
            )}
            {verification.state === 'published' && (
              <p>
                この検証は、だれでも読めるページで公表しています。
                <a href={viewer.url(`verifications/${verification.id}`)}>公表のページを見る</a>
              </p>
            )}
          </Section>
          <Section title="それぞれの答え">
            <AnswerOrigins origins={originsOf(view.opinions)} />
            <SideBySide points={view.points} asked={view.asked} />
          </Section>
        </>
      ) : (
        <Answering {...props} />
      )}
    </>
  );
}

const Facts = ({ viewer, view: { verification, grant, supportYear, earlier } }: { viewer: Viewer; view: View }) => (
  <CheckAnswers
    answers={[
      { label: '補助制度', value: verification.programName },
      ...(supportYear === null ? [] : [{ label: '支援の年次', value: supportYear }]),
      { label: '補助金の額', value: <Money yen={grant.amountInForce} /> },
      { label: '答えの期限', value: <Day date={verification.dueOn} /> },
      ...earlier.map((each) => ({
        label: `${formatFiscalYear(each.fiscalYear)}の検証`,
        value: <a href={viewer.url(`committee/verifications/${each.id}`)}>{earlierInWords(each)}</a>,
      })),
    ]}
  />
);

function Answering({ viewer, view, typed, isStale }: VerificationPageProps) {
  const { verification, sheet, today } = view;
  const own = view.opinions.find(({ side }) => side === 'organization');
  if (verification.state !== 'open') {
    return (
      <>
        <Notice tone="info" title={`${townWord(viewer.town)}が今後の方向性を検討しています`}>
          <p>答えの受付は終わりました。決まると、通知書が届きます。この画面でも読めます。</p>
        </Notice>
        <Given own={own} />
      </>
    );
  }
  const form = (
    <OpinionForm
      action={viewer.url(`committee/verifications/${verification.id}`)}
      back={viewer.url('committee')}
      sheet={sheet}
      opinion={own ?? blankOpinion('organization')}
      typed={typed}
      isStale={isStale}
      giveWords={own?.given ? 'この内容で出し直す' : 'この内容で答える'}
    />
  );
  if (own?.given && typed === null) {
    return (
      <>
        <Notice tone="success" title="お答えをいただきました">
          <p>
            {townWord(viewer.town)}
            {view.asked.includes('panel') ? 'と審査会の意見とあわせて' : 'の意見とあわせて'}
            、今後の方向性を決めます。決まるまでは、答えを直せます。
          </p>
        </Notice>
        <Given own={own} />
        <Details summary="答えを直す">{form}</Details>
      </>
    );
  }
  return (
    <>
      {today > verification.dueOn && (
        <Notice tone="warning" title={`答えの期限（${formatEra(verification.dueOn)}）を過ぎています`}>
          <p>今後の方向性が決まるまでは、答えを受け付けます。早めに出してください。</p>
        </Notice>
      )}
      <p>
        役員で話し合い、団体としての答えを一つにまとめてください。{townWord(viewer.town)}
        も同じ項目に答え、並べて検討します。 答えと理由は、検証が終わると公表されます。
      </p>
      {form}
    </>
  );
}

const Given = ({ own }: { own: View['opinions'][number] | undefined }) => (
  <Section title="団体の答え">
    {own?.given ? (
      <CheckAnswers
        answers={own.given.map(({ label, answer, reason }) => ({
          label,
          value: (
            <>
              <strong>{answer}</strong>
              <Prose text={reason} />
            </>
          ),
        }))}
      />
    ) : (
      <p>期限までに答えがありませんでした。</p>
    )}
  </Section>
);
