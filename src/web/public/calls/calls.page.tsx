import {
  openKinds,
  standingOf,
  type Call,
  type CallView,
  type PresentedLine,
  type TypedBasics,
} from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  DataTable,
  EmptyState,
  Form,
  RobotTrap,
  Section,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { BasicsFields } from '../../shared/proposals/basics-fields.js';
import { CallText } from '../../shared/proposals/call-text.js';
import { PresentationOrder } from './presentation-order.js';
import { CallStandingTag, periodInWords, proposersInWords } from '../../shared/proposals/proposal-words.js';

interface CallListProps {
  readonly viewer: Viewer;
  readonly calls: readonly Call[];
  readonly now: Date;
}

/** What is asked for now stands first; what is over stays to be read. */
export function CallListPage({ viewer, calls, now }: CallListProps) {
  const current = calls.filter((call) => ['open', 'coming'].includes(standingOf(call, now)));
  const past = calls.filter((call) => !current.includes(call));
  return (
    <>
      {current.length === 0 ? (
        <EmptyState title="いま募集しているものはありません">
          <p>募集が始まると、このページに載せます。</p>
        </EmptyState>
      ) : (
        <CardGrid>
          {current.map((call) => (
            <Card title={call.title} level={2} key={call.id}>
              <p>
                <CallStandingTag standing={standingOf(call, now)} /> {periodInWords(call)}
              </p>
              <p>提案できる方：{proposersInWords(call)}</p>
              <p>
                <a href={viewer.url(`calls/${call.id}`)}>「{call.title}」を読む</a>
              </p>
            </Card>
          ))}
        </CardGrid>
      )}
      <Section title="提案の続きを書く・状態を見る">
        <p>控えのコードをお持ちの方は、ここから提案を開けます。</p>
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url('my-proposals')}>
            控えのコードで開く
          </ButtonLink>
        </ButtonRow>
      </Section>
      {past.length > 0 && (
        <Section title="これまでの募集">
          <p>
            <a href={viewer.url('proposals')}>寄せられた提案と、その扱いを見る</a>
          </p>
          <DataTable
            caption="これまでの募集"
            captionHidden
            cards
            empty=""
            rows={past}
            columns={[
              {
                label: '募集',
                heading: true,
                cell: ({ id, title }) => <a href={viewer.url(`calls/${id}`)}>{title}</a>,
              },
              { label: '受付の期間', cell: periodInWords },
              { label: '状態', tight: true, cell: (call) => <CallStandingTag standing={standingOf(call, now)} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

interface CallPageProps {
  readonly viewer: Viewer;
  readonly view: CallView;
  /** When and in which order is presented what came in. */
  readonly order: readonly PresentedLine[];
  readonly now: Date;
}

/** One call: what is asked for, of whom, until when, how, and by what it is judged. */
export function CallPage({ viewer, view, order, now }: CallPageProps) {
  const { call } = view;
  const standing = standingOf(call, now);
  return (
    <>
      {standing !== 'open' && <PresentationOrder lines={order} />}
      <CallText view={view} now={now} />
      {standing === 'open' && (
        <ButtonRow>
          {openKinds(call).length > 0 && (
            <ButtonLink href={viewer.url(`calls/${call.id}/proposing`)}>この募集に提案する</ButtonLink>
          )}
          {viewer.actor.kind === 'officer' && call.proposers.includes('organization') && (
            <ButtonLink kind="secondary" href={viewer.url(`committee/proposals/new/${call.id}`)}>
              団体として提案する
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" href={viewer.url('my-proposals')}>
            控えのコードで続きを開く
          </ButtonLink>
        </ButtonRow>
      )}
      {standing === 'open' && <PresentationOrder lines={order} />}
    </>
  );
}

interface ProposingProps {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly typed: TypedBasics;
}

/** The beginning of a proposal without an account. */
export const ProposingPage = ({ viewer, call, typed }: ProposingProps) => (
  <>
    <p>
      受付：{periodInWords(call)}
      。ここで入力するのは、提案の名称・分野と、お名前・連絡先だけです。内容は次の画面で書きます。
    </p>
    <Form action={viewer.url(`calls/${call.id}/proposing`)}>
      <RobotTrap />
      <BasicsFields call={call} typed={typed} openly />
      <ButtonRow>
        <Button>次へ（内容を書く）</Button>
        <ButtonLink kind="secondary" href={viewer.url(`calls/${call.id}`)}>
          募集のページに戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  </>
);

/** Where the code is typed; it never stands in an address. */
export const OpenByCodePage = ({ viewer, code }: { viewer: Viewer; code: string }) => (
  <Form action={viewer.url('my-proposals')}>
    <TextField
      name="code"
      label="控えのコード"
      hint="提案を書き始めたときに画面に出た、16文字の英数字です。大文字・小文字や「-」の有無は気にせず入力できます。"
      required
      size="medium"
      autocomplete="off"
      value={code}
    />
    <ButtonRow>
      <Button>提案を開く</Button>
    </ButtonRow>
    <p>控えのコードをなくしたときは、担当課にご連絡ください。提出した提案は、そのまま受け付けています。</p>
  </Form>
);
