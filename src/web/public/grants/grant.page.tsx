import {
  nameOfGrant,
  STEP_LABELS,
  type PublicGrant,
  type PublicStep,
  type PublicText,
} from '../../../disclosure/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  CheckAnswers,
  Day,
  Figure,
  FigureRow,
  Money,
  Prose,
  Section,
  Timeline,
  type Answer,
  type Viewer,
} from '../../shared/index.js';
import { numberInWords } from '../../../proposals/index.js';
import { proposalAnchor } from '../proposals/proposals.page.js';
import { GrantState } from './grant-rows.js';

interface Props {
  readonly viewer: Viewer;
  readonly grant: PublicGrant;
}

/** Everything that is public about one grant: for what, how much, what came of it, and when. */
export function GrantPage({ viewer, grant }: Props) {
  const { amount, amountInForce, paidAmount, state, results, photographs, verification, steps, plan } = grant;
  return (
    <>
      <p class="grant-of">
        <a href={viewer.url(`organizations/${grant.organizationId}`)}>{grant.organizationName}</a>
      </p>
      <h1>{nameOfGrant(grant)}</h1>
      <p>
        <GrantState state={state} /> {STATE_SENTENCES[state]}
      </p>
      <FigureRow>
        <Figure label={grant.determinedAmount === null ? '交付額' : '確定額'} note={noteOnAmount(grant)}>
          <Money yen={amountInForce} />
        </Figure>
        <Figure label="支払済額" note={noteOnPayments(grant)}>
          <Money yen={paidAmount} />
        </Figure>
        <Figure label="決定日">
          <Day date={grant.decidedOn} />
        </Figure>
      </FigureRow>
      <Section title="何のための補助金か">
        <CheckAnswers answers={factsOf(viewer, grant)} />
        {plan.length > 0 && <Texts title="団体の計画" texts={plan} />}
      </Section>
      <Section title="どのような結果だったか">
        {results.length === 0 && photographs.length === 0 ? (
          <p>{WAITING[state] ?? '結果は、事業が終わり、実績報告の確認が済んでから載ります。'}</p>
        ) : (
          <>
            {results.length > 0 && <Texts title="団体の報告" texts={results} />}
            {photographs.length > 0 && <Photographs viewer={viewer} grant={grant} />}
          </>
        )}
      </Section>
      {verification && (
        <Section title="検証と今後の方向性">
          <p>
            今後の方向性：<strong>{verification.direction}</strong>（
            <Day date={verification.on} />）
          </p>
          <p>
            <a href={viewer.url(`verifications/${verification.id}`)}>それぞれの立場の検証を読みくらべる</a>
          </p>
          {verification.texts.length > 0 && <Texts title="検証の内容" texts={verification.texts} />}
        </Section>
      )}
      <Section title="これまでの経過">
        <Timeline
          events={steps.map((step, index) => ({
            ...{ at: <Day date={step.on} western />, what: stepInWords(step), anchor: stepAnchor(index + 1) },
          }))}
        />
      </Section>
      {hasDuty(viewer.actor, 'promotion') && (
        <p class="screen-only">
          <a href={viewer.url(`staff/public-face/withholdings/grants/${grant.id}`)}>載せる内容を見直す（職員）</a>
        </p>
      )}
      {amount !== amountInForce && <p class="hint">交付額は、変更・取消し・額の確定を反映した額です。</p>}
    </>
  );
}

/** Under this name the feed leads to a step. */
const stepAnchor = (place: number): string => `step-${String(place)}`;

const STATE_SENTENCES: Readonly<Record<PublicGrant['state'], string>> = {
  decided: '交付が決まっています。',
  changed: '交付が決まったあと、内容や額が変わりました。',
  discontinued: '事業は途中でとりやめになりました。',
  'partly-revoked': '交付の決定の一部が取り消されました。',
  revoked: '交付の決定が取り消されました。',
  determined: '事業が終わり、交付する額が確定しました。',
};

const WAITING: Readonly<Partial<Record<PublicGrant['state'], string>>> = {
  revoked: '交付の決定が取り消されたため、結果はありません。',
  determined: '公表する結果はありません。',
};

const noteOnAmount = ({ amount, amountInForce }: PublicGrant): string | undefined =>
  amount === amountInForce ? undefined : `決定時は${formatYen(amount)}`;

function noteOnPayments({ paidBack, paidLater }: PublicGrant): string | undefined {
  const notes = [
    ...(paidLater > 0n ? [`うち${formatYen(paidLater)}は翌年度以降の予算から`] : []),
    ...(paidBack > 0n ? [`うち${formatYen(paidBack)}は返還されました`] : []),
  ];
  return notes.length === 0 ? undefined : notes.join('、');
}

function factsOf(viewer: Viewer, grant: PublicGrant): Answer[] {
  const { fiscalYear, programName, purpose, proposal, field, plannedFrom, plannedUntil, districtId, districtName } =
    grant;
  return [
    { label: '年度', value: formatFiscalYear(fiscalYear) },
    { label: '校区', value: <a href={viewer.url(`districts/${districtId}`)}>{districtName}</a> },
    { label: '補助制度', value: programName },
    { label: '補助制度の目的', value: <Prose text={purpose} /> },
    ...(proposal === null
      ? []
      : [
          {
            label: 'もとになった企画提案',
            value: (
              <>
                <a href={viewer.url('proposals') + `#${proposalAnchor(proposal.id)}`}>
                  {numberInWords(proposal.number)}「{proposal.title}」
                </a>
                （{proposal.callTitle}）
              </>
            ),
          },
        ]),
    ...(field === '' ? [] : [{ label: '分野', value: field }]),
    ...(plannedFrom === null || plannedUntil === null
      ? []
      : [
          {
            label: '事業の期間',
            value:
              plannedFrom === plannedUntil ? (
                <Day date={plannedFrom} />
              ) : (
                <>
                  <Day date={plannedFrom} />
                  から
                  <Day date={plannedUntil} />
                  まで
                </>
              ),
          },
        ]),
  ];
}

/** What the organisation wrote, in its own words. */
const Texts = ({ title, texts }: { title: string; texts: readonly PublicText[] }) => (
  <Section title={title} level={3}>
    <CheckAnswers answers={texts.map(({ label, text }) => ({ label, value: <Prose text={text} /> }))} />
  </Section>
);

const Photographs = ({ viewer, grant: { id, photographs } }: Props) => (
  <Section title="写真" level={3}>
    <div class="photo-grid">
      {photographs.map(({ sha256, caption }, index) => {
        const alt = caption === '' ? `写真${String(index + 1)}` : caption;
        const href = viewer.url(`grants/${id}/photographs/${sha256}`);
        return (
          <figure key={sha256}>
            <a href={href}>
              <img src={href} alt={alt} loading="lazy" />
            </a>
            <figcaption>{alt}</figcaption>
          </figure>
        );
      })}
    </div>
  </Section>
);

const stepInWords = ({ kind, amount }: PublicStep): string =>
  amount === null ? STEP_LABELS[kind] : `${STEP_LABELS[kind]}（${formatYen(amount)}）`;
