import type { AfterClosing } from '../../closing/index.js';
import { REPORT_TITLES, type GrantCase } from '../../grant-changes/index.js';
import { retentionDayOf } from '../../kernel/keeping-terms.js';
import { keepingTermsOf } from '../../programs/index.js';
import { ChangeTag, REPORT_STATE, titleOf } from '../shared/change-words.js';
import { GrantFacts } from '../shared/grant-facts.js';
import { GrantTimeline } from '../shared/grant-timeline.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Details,
  Form,
  Money,
  Notice,
  Radios,
  Section,
  StatusTag,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { retentionInWords } from '../shared/property-words.js';
import { textOr } from '../shared/typed-choice.js';
import type { Verification } from '../../verifications/index.js';
import { AfterClosingOfGrant } from './after-closing/after-closing.js';
import { VerificationOfGrant } from './verifications/verification-of-grant.js';

interface StaffGrantCaseProps {
  readonly viewer: Viewer;
  readonly view: GrantCase;
  readonly verification: Verification | null;
  readonly after: AfterClosing;
  readonly body: unknown;
  readonly mayAct: boolean;
}

/** One grant after its decision: what holds, what runs, what staff may begin, and everything that happened. */
export function StaffGrantCasePage(props: StaffGrantCaseProps) {
  const { viewer, view, after, mayAct } = props;
  const letterHref = (id: string): string => viewer.url(`staff/letters/${id}`);
  const { open, grant, changes } = view;
  const keeping = keepingTermsOf(grant.document);
  return (
    <>
      <GrantFacts view={view} letterHref={letterHref} />
      <AfterClosingOfGrant viewer={viewer} grant={grant} after={after} mayAct={mayAct} />
      {open && (
        <Notice tone="info" title={`${titleOf(open)}の途中です`}>
          <p>
            <ChangeTag change={open} />　<a href={viewer.url(`staff/changes/${open.id}`)}>開く</a>
          </p>
        </Notice>
      )}
      <Section title="変更・中止・取消し">
        <DataTable
          caption="変更・中止・取消し"
          captionHidden
          cards
          empty="変更の届出や申請はありません。"
          rows={changes}
          columns={[
            {
              label: '手続き',
              cell: (change) => <a href={viewer.url(`staff/changes/${change.id}`)}>{titleOf(change)}</a>,
            },
            { label: '収受日', tight: true, cell: ({ receivedOn }) => <Day date={receivedOn} /> },
            { label: '変更前', align: 'end', cell: ({ beforeAmount }) => <Money yen={beforeAmount} /> },
            {
              label: '変更後',
              align: 'end',
              cell: ({ amount, kind, needsApproval, beforeAmount }) =>
                kind === 'amendment' && !needsApproval ? (
                  <Money yen={beforeAmount} />
                ) : kind === 'discontinuation' ? (
                  '額の確定で決まる'
                ) : (
                  <Money yen={amount} />
                ),
            },
            { label: '状態', tight: true, cell: (change) => <ChangeTag change={change} /> },
          ]}
        />
      </Section>
      <Section title="状況報告・事故報告">
        <DataTable
          caption="状況報告・事故報告"
          captionHidden
          cards
          empty="報告はありません。"
          rows={view.reports}
          columns={[
            {
              label: '報告',
              cell: ({ id, kind }) => <a href={viewer.url(`staff/changes/reports/${id}`)}>{REPORT_TITLES[kind]}</a>,
            },
            { label: '期限', tight: true, cell: ({ dueOn }) => <Day date={dueOn} /> },
            { label: 'いつの報告か', tight: true, cell: ({ asOf }) => <Day date={asOf} /> },
            {
              label: '状態',
              tight: true,
              cell: ({ state }) => <StatusTag tone={REPORT_STATE[state].tone}>{REPORT_STATE[state].label}</StatusTag>,
            },
          ]}
        />
        {mayAct && view.reportable && <AskForm {...props} />}
      </Section>
      <Section title="備品台帳と書類の保存">
        <p>
          保存期間：{retentionInWords(retentionDayOf(grant.fiscalYear, keeping), keeping.years, keeping.article)}　
          <a href={viewer.url('staff/properties')}>備品台帳を開く</a>
        </p>
      </Section>
      {grant.document.verification && <VerificationOfGrant {...props} />}
      <Section title="これまでのこと">
        <GrantTimeline
          view={view}
          letterHref={letterHref}
          changeHref={(id) => viewer.url(`staff/changes/${id}`)}
          forStaff
        />
      </Section>
      <ButtonRow>
        <ButtonLink kind="secondary" small href={viewer.url(`staff/applications/${grant.applicationId}`)}>
          申請を開く
        </ButtonLink>
        {mayAct && mayRevoke(view) && (
          <ButtonLink kind="quiet" small href={viewer.url(`staff/grants/${grant.id}/revocation`)}>
            交付決定を取り消す
          </ButtonLink>
        )}
        {mayAct && grant.state === 'issued' && (
          <ButtonLink kind="quiet" small href={viewer.url(`staff/grants/${grant.id}/overpayment`)}>
            過誤払の返還を求める
          </ButtonLink>
        )}
        {mayAct && grant.state === 'issued' && grant.outcome !== 'refused' && (
          <ButtonLink kind="quiet" small href={viewer.url(`staff/grants/${grant.id}/line-correction`)}>
            科目更正
          </ButtonLink>
        )}
        {mayAct && grant.state === 'issued' && grant.outcome !== 'refused' && (
          <ButtonLink kind="quiet" small href={viewer.url(`staff/grants/${grant.id}/carry`)}>
            翌年度への繰越し
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

/** Also after 中止・廃止, as long as anything is left; not while another change runs. */
const mayRevoke = ({ open, grant }: GrantCase): boolean =>
  grant.state === 'issued' && grant.revokedOn === null && (open === null || isPreparedRevocation(open));

const isPreparedRevocation = ({ kind, state }: NonNullable<GrantCase['open']>): boolean =>
  kind === 'revocation' && state === 'sent';

function AskForm({ viewer, view: { grant }, body }: StaffGrantCaseProps) {
  const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <Details summary="状況報告書・事故報告書の提出を求める" open={body !== undefined}>
      <Form action={viewer.url(`staff/grants/${grant.id}/reports`)} once label="報告書の提出を求める">
        <Radios
          name="kind"
          label="求める報告"
          required
          value={textOr(typed['kind'], 'progress')}
          options={[
            { value: 'progress', label: REPORT_TITLES.progress, hint: 'どこまで進んだかを知りたいとき' },
            { value: 'accident', label: REPORT_TITLES.accident, hint: '事故や、予定どおりにできないことがあったとき' },
          ]}
        />
        <DateField name="dueOn" label="提出の期限" required value={textOr(typed['dueOn'], '')} />
        <TextArea
          name="request"
          label="知りたいこと"
          hint="団体の画面に表示されます。例：秋の行事の準備のようすを知らせてください。"
          rows={3}
          most={1000}
          value={textOr(typed['request'], '')}
        />
        <ButtonRow>
          <Button kind="secondary">提出を求める</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
