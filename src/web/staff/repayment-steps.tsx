import { addDays, formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import {
  awaitsChargeNotice,
  ACT_ARTICLES,
  ACT_KINDS,
  ACT_LABELS,
  CAUSE_LABELS,
  dayToKeep,
  demandNumber,
  dunningArticle,
  paperOf,
  type ActKind,
  type RepaymentPage as RepaymentView,
} from '../../repayments/index.js';
import { Button, ButtonRow, DateField, Form, Notice, Section, TextArea, type Viewer } from '../shared/index.js';
import { NewDraftFields } from './draft-fields.js';

/** What the forms of the page held when one was refused. */
export interface TypedRepayment {
  readonly draft?: unknown;
  readonly issuedOn?: string;
  readonly dueOn?: string;
  readonly payBy?: string;
  readonly revisionReason?: string;
}

interface StepProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  readonly typed: TypedRepayment;
}

/** What the section does next about a demand. */
export function RepaymentNextStep(props: StepProps) {
  const { view } = props;
  return (
    <>
      {view.mayAsk < view.demand.amount && <Revision {...props} />}
      <Step {...props} />
    </>
  );
}

function Step(props: StepProps) {
  const { viewer, view } = props;
  switch (view.demand.state) {
    case 'open':
      return view.ruled.demand ? <Draft {...props} /> : <Decide {...props} />;
    case 'drafted':
      return (
        <Notice tone="info" title="決裁に回っています">
          {view.draft && (
            <p>
              <a href={viewer.url(`staff/approvals/${view.draft.id}`)}>{view.draft.number}を開く</a>
            </p>
          )}
        </Notice>
      );
    case 'decided':
      return <Issue {...props} />;
    case 'demanded':
      return awaitsChargeNotice(view) ? (
        <>
          <Slip {...props} />
          <Acts {...props} />
        </>
      ) : (
        <>
          <Acts {...props} />
          <Slip {...props} />
        </>
      );
    case 'lapsed':
      return <Acts {...props} />;
    case 'settled':
      return <Notice tone="success" title="すべて納められました" />;
    case 'written-off':
      return <Notice tone="neutral" title="不納欠損として処理しました" />;
    case 'dropped':
      return (
        <Notice tone="neutral" title="取り下げました">
          <p>支払が取りやめになり、返還を求める額がなくなりました。</p>
        </Notice>
      );
  }
}

/** Only what is decided waits for staff: before that the amount follows by itself. */
function Revision({ viewer, view: { demand, mayAsk }, typed }: StepProps) {
  if (demand.state !== 'decided' && demand.state !== 'demanded') return null;
  const drops = mayAsk === 0n;
  return (
    <Section title={drops ? '返還の取下げ' : '額を改める'}>
      <Notice tone="warning" title={`返還を求められる額は${formatYen(mayAsk)}になりました`}>
        <p>
          支払が取りやめになったため、支払った額のうち交付すべき額を超える分が減りました。
          {drops
            ? '通知書を施行しているときは、取下げの通知書ができます。'
            : '額を改めると、もう一度決定し、通知書を出し直します。新しい通知書に、先の通知を取り消すことが書かれます。'}
        </p>
      </Notice>
      <Form action={viewer.url(`staff/repayments/${demand.id}/revision`)}>
        <TextArea name="revisionReason" label="理由" required rows={3} value={typed.revisionReason ?? ''} />
        <ButtonRow>
          <Button>{drops ? '返還を取り下げる' : '額を改める'}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Draft({ viewer, view: { demand }, typed }: StepProps) {
  const act = paperOf(demand);
  return (
    <Section title={`${act}の起案`}>
      <Form action={viewer.url(`staff/repayments/${demand.id}/draft`)} label={`${act}の起案`}>
        <NewDraftFields
          title={`${demand.programName.replace(/\s+/g, '')}の返還（${demandNumber(demand)}）について`}
          reason={reasonFor(demand)}
          sent={typed.draft}
        />
        <ButtonRow>
          <Button>{act}を起案する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const reasonFor = ({ cause, note }: RepaymentView['demand']): string =>
  note === ''
    ? `${CAUSE_LABELS[cause]}により支払済みの額が交付すべき額を超えているので、返還を求めてよろしいか伺います。`
    : `${CAUSE_LABELS[cause]}（${note}）について、返還を求めてよろしいか伺います。`;

const Decide = ({ viewer, view: { demand } }: StepProps) => (
  <Section title="返還の決定">
    <p>この自治体の専決規程には返還の決裁がないため、担当課で決めて通知します。</p>
    <Form action={viewer.url(`staff/repayments/${demand.id}/decision`)}>
      <ButtonRow>
        <Button>返還を求めることを決める</Button>
      </ButtonRow>
    </Form>
  </Section>
);

function Issue({ viewer, view: { demand, today }, typed }: StepProps) {
  const name = `${paperOf(demand)}書`;
  return (
    <Section title={`${name}の施行`}>
      <p>
        納付のための用紙（返納通知書又は納入通知書）が別紙で付きます。期限が出納閉鎖の日を過ぎるときは納入通知書です。
      </p>
      <Form action={viewer.url(`staff/repayments/${demand.id}/letter`)}>
        <DateField name="issuedOn" label="施行日" required value={typed.issuedOn ?? formatEra(today)} />
        <DateField
          name="dueOn"
          label="返還の期限"
          required
          value={typed.dueOn ?? formatEra(addDays(today, demand.terms.days))}
        />
        <ButtonRow>
          <Button>{name}を施行する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** Which acts a state leaves open. */
const OPEN_ACTS: Readonly<Record<'demanded' | 'lapsed', readonly ActKind[]>> = {
  demanded: ACT_KINDS,
  lapsed: ['write-off'],
};

/** From when 督促 can be made, while nothing is late. */
export const dunnedFrom = ({ standing: { nextDue } }: Pick<RepaymentView, 'standing'>): string =>
  nextDue === null
    ? '期限を過ぎた未納がないため、できません'
    : `期限を過ぎた${formatEra(addDays(nextDue.dueOn, 1))}からできます`;

function Acts({ viewer, view }: StepProps) {
  const { demand, acts, standing } = view;
  if (acts.some(({ state }) => state === 'proposed'))
    return (
      <Notice tone="info" title="決裁を待つ手続があります">
        <p>済むまで、次の手続はできません。</p>
      </Notice>
    );
  return (
    <Section title="手続">
      <ul>
        {OPEN_ACTS[demand.state === 'lapsed' ? 'lapsed' : 'demanded'].map((kind) => (
          <li key={kind}>
            {kind === 'dunning' && standing.overdue === 0n ? (
              `${ACT_LABELS.dunning}（${dunnedFrom(view)}）`
            ) : (
              <a href={viewer.url(`staff/repayments/${demand.id}/acts/${kind}`)}>{ACT_LABELS[kind]}</a>
            )}
            <br />
            <span class="hint">
              {kind === 'dunning' ? dunningArticle(demand.terms.claimClass) : ACT_ARTICLES[kind]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Slip({ viewer, view, typed }: StepProps) {
  const { demand, standing, today, bookingToday } = view;
  const first = awaitsChargeNotice(view);
  const kept = dayToKeep(standing);
  const ofPrincipal = standing.parts.principal.open > 0n;
  return (
    <Section title={first ? '加算金・延滞金の納入通知' : '納付の用紙を作り直す'}>
      <p>
        {ofPrincipal
          ? `返還金の残り${formatYen(standing.parts.principal.open)}で作ります。いま納める返還金は${bookingToday === 'returned-to-line' ? '戻入' : '現年度の歳入'}になります。加算金・延滞金は、返還金が納められてから、別に納入通知書を出します。`
          : `返還金は納められました。納められた日までの加算金・延滞金${formatYen(standing.charges)}の納入通知書ができます。${first ? 'この通知書の期限が、加算金・延滞金の納期限になります。' : '納期限は、はじめの納入通知書のままです。'}`}
      </p>
      <Form action={viewer.url(`staff/repayments/${demand.id}/slip`)}>
        <DateField
          name="payBy"
          label="納める期限"
          required
          {...(kept && { hint: `先に決めた期限（${formatEra(kept)}）より前にはできません。` })}
          value={typed.payBy ?? formatEra(kept ?? addDays(today, first ? demand.terms.days : 7))}
        />
        <ButtonRow>
          <Button kind={first ? 'primary' : 'secondary'}>{first ? '納入通知書を施行する' : '納付の用紙を作る'}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
