import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { standingOf, type Call, type CallView, type CallProgress } from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DataTable,
  DateField,
  Details,
  Form,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { CallProgressSection } from './call-progress.js';
import { formatEra } from '../../../kernel/local-date.js';
import { CallStandingTag, periodInWords } from '../../shared/proposals/proposal-words.js';
import { CallText } from '../../shared/proposals/call-text.js';

export interface CallRow {
  readonly call: Call;
  readonly sent: number;
  readonly drafts: number;
}

interface CallsProps {
  readonly viewer: Viewer;
  readonly rows: readonly CallRow[];
  readonly now: Date;
  readonly mayWrite: boolean;
}

/** Every call with how many proposals came in. */
export const CallsPage = ({ viewer, rows, now, mayWrite }: CallsProps) => (
  <>
    {mayWrite && (
      <Form action={viewer.url('staff/proposals')}>
        <ButtonRow>
          <Button>新しい募集を作る</Button>
        </ButtonRow>
        <p class="hint">前の募集があるときは、その文と質問を写して始めます。</p>
        <p>
          <a href={viewer.url('staff/proposals/settings')}>提案者の個人情報の保存期間</a>
        </p>
      </Form>
    )}
    <DataTable
      caption="企画提案の募集"
      captionHidden
      keyboard
      cards
      empty={{ title: '募集はまだありません。', body: <p>「新しい募集を作る」から、最初の募集を作れます。</p> }}
      rows={rows}
      columns={[
        { label: '年度', tight: true, cell: ({ call }) => formatFiscalYear(call.fiscalYear) },
        {
          label: '募集',
          heading: true,
          cell: ({ call }) => <a href={viewer.url(`staff/proposals/${call.id}`)}>{call.title}</a>,
        },
        { label: '受付の期間', cell: ({ call }) => periodInWords(call) },
        { label: '提案', align: 'end', tight: true, cell: ({ sent }) => `${String(sent)}件` },
        { label: '作成中', align: 'end', tight: true, cell: ({ drafts }) => `${String(drafts)}件` },
        { label: '状態', tight: true, cell: ({ call }) => <CallStandingTag standing={standingOf(call, now)} /> },
      ]}
    />
  </>
);

interface CallPageProps {
  readonly viewer: Viewer;
  readonly view: CallView;
  readonly now: Date;
  readonly mayWrite: boolean;
}

/** One call as everybody reads it, with what may be done with it. */
export function CallDeskPage({ viewer, view, now, mayWrite, progress }: CallPageProps & { progress: CallProgress }) {
  const { call } = view;
  const at = (path: string): string => viewer.url(`staff/proposals/${call.id}/${path}`);
  return (
    <>
      <p>
        <CallStandingTag standing={standingOf(call, now)} /> {formatFiscalYear(call.fiscalYear)}
      </p>
      <ButtonRow>
        {call.state === 'draft' && mayWrite && <ButtonLink href={at('edit')}>文と質問を直す</ButtonLink>}
        {call.state !== 'draft' && <ButtonLink href={at('received')}>届いた提案</ButtonLink>}
        {call.state !== 'draft' && (
          <ButtonLink kind="secondary" href={at('sorting')}>
            提案の仕分け
          </ButtonLink>
        )}
        {call.state === 'published' && mayWrite && (
          <ButtonLink kind="secondary" href={at('paper')}>
            紙の提案を入力する
          </ButtonLink>
        )}
      </ButtonRow>
      {mayWrite && call.state === 'draft' && (
        <Section title="公開">
          <p>
            公開すると、だれでも読めるようになり、{formatEra(call.opens)}
            から提案を受け付けます。公開したあとは、文と質問は変えられません。
          </p>
          <Form action={at('publication')} version={call.version}>
            <Checkbox name="confirmed" value="yes" label="下の見え方を確かめました" required />
            <ButtonRow>
              <Button>公開する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mayWrite && call.state === 'published' && (
        <Details summary="受付を延ばす・取りやめる">
          <Form action={at('extension')} version={call.version} label="受付を延ばす">
            <DateField name="closes" label="新しい受付の終わり" required hint={`いまは${formatEra(call.closes)}まで`} />
            <TextArea name="reason" label="延ばす理由" hint="募集のページに載ります。" required rows={2} />
            <ButtonRow>
              <Button kind="secondary">受付を延ばす</Button>
            </ButtonRow>
          </Form>
          <Form action={at('withdrawal')} version={call.version} label="募集を取りやめる">
            <TextArea
              name="withdrawalReason"
              label="取りやめる理由"
              hint="募集のページに載ります。"
              required
              rows={2}
            />
            <Checkbox
              name="withdrawalConfirmed"
              value="yes"
              label="新しい提案を受け付けなくなることを確かめました。届いた提案は残ります。"
              required
            />
            <ButtonRow>
              <Button kind="danger">募集を取りやめる</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
      <CallProgressSection {...{ viewer, call, progress }} />
      <Section title={call.state === 'draft' ? '公開したときの見え方' : '募集の内容'}>
        <CallText view={view} now={now} level={3} />
      </Section>
    </>
  );
}
