import type { AcknowledgementDesk } from '../../acknowledgements/index.js';
import type { ChangePage } from '../../grant-changes/index.js';
import { restoreWorking } from '../../kernel/working.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Details,
  Form,
  Radios,
  Section,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { textOr } from '../shared/typed-choice.js';
import { AcknowledgementPanel } from './acknowledgements/acknowledgement-panel.js';
import { DraftOptions } from './draft-options.js';

export interface ChangeReviewProps {
  readonly viewer: Viewer;
  readonly view: ChangePage;
  /** Of a notice, which is received and not decided. */
  readonly desk: AcknowledgementDesk | null;
  /** What a refused form held. */
  readonly body: unknown;
  readonly mayAct: boolean;
  readonly today: string;
}

type Typed = Readonly<Record<string, unknown>>;

/** 起案 of 受理 or of the decision, 差戻し of both; a revocation that came back is drafted again on its own page. */
export function AnswerForms(props: ChangeReviewProps) {
  const { viewer, view } = props;
  const { change, grant } = view;
  if (change.kind === 'revocation') {
    return (
      <>
        <p>起案が取り下げられました。内容を直して起案し直すか、取消しをやめます。</p>
        <ButtonLink href={viewer.url(`staff/grants/${grant.id}/revocation`)}>取消しを起案し直す</ButtonLink>
        <Form action={viewer.url(`staff/grants/${grant.id}/revocation/${change.id}/withdrawal`)} label="取消しをやめる">
          <ButtonRow>
            <Button kind="danger" small>
              取消しをやめる
            </Button>
          </ButtonRow>
        </Form>
      </>
    );
  }
  return (
    <>
      {props.desk ? <AcknowledgementPanel {...props} desk={props.desk} /> : <DraftForm {...props} />}
      <ReturnForm {...props} />
    </>
  );
}

function DraftForm({ viewer, view, body }: ChangeReviewProps) {
  const { change, grant, assessed } = view;
  const typed = (body ?? {}) as Typed;
  const amendment = change.kind === 'amendment';
  const total = assessed ? restoreWorking(assessed).total : null;
  const what = amendment ? '変更' : '中止・廃止';
  const rules = grant.document.changes;
  const article = (amendment ? rules.article : rules.discontinuationArticle) || grant.document.legalBasis.short;
  return (
    <Section title="起案">
      <Form action={viewer.url(`staff/changes/${change.id}/drafts`)} version={change.version} label={`${what}の起案`}>
        <Radios
          name="outcome"
          label="処分"
          required
          options={[
            {
              value: 'granted',
              label: '承認する',
              hint: total === null ? undefined : `変更後の額は査定額の${groupDigits(total)}円です。`,
            },
            ...(amendment ? [{ value: 'reduced', label: '額を減らして承認する' }] : []),
            { value: 'refused', label: '承認しない' },
          ]}
          value={textOr(typed['outcome'], 'granted')}
        />
        {amendment && (
          <YenField
            name="amount"
            label="変更後の交付決定額"
            hint="「額を減らして承認する」ときに入力します。"
            value={textOr(typed['amount'], '')}
          />
        )}
        <TextArea
          name="decisionReason"
          label={amendment ? '減額・不承認の理由' : '不承認の理由'}
          hint="通知書に書かれます。"
          rows={3}
          most={400}
          value={textOr(typed['decisionReason'], '')}
        />
        <TextField
          name="title"
          label="件名"
          required
          value={textOr(typed['title'], `${grant.programName.replace(/\s+/g, '')}の${what}の承認について`)}
        />
        <TextArea
          name="reason"
          label="起案の理由"
          required
          rows={3}
          value={textOr(
            typed['reason'],
            `${grant.organizationName}から${what}の申請があり、内容を審査したので、${article}の規定により決定してよろしいか伺います。`,
          )}
        />
        <DraftOptions sent={body} />
        <ButtonRow>
          <Button>起案する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function ReturnForm({ viewer, view: { change }, body }: ChangeReviewProps) {
  const typed = (body ?? {}) as Typed;
  return (
    <Details summary="差し戻す" open={typeof typed['note'] === 'string'}>
      <Form action={viewer.url(`staff/changes/${change.id}/return`)} version={change.version} label="差戻し">
        <TextArea name="note" label="直してほしい点" required rows={4} most={1000} value={textOr(typed['note'], '')} />
        <DateField name="correctBy" label="直す期限" required value={textOr(typed['correctBy'], '')} />
        {!change.needsApproval && (
          <Checkbox
            name="asApplication"
            label="承認の申請として出し直してもらう"
            hint="割合を超えなくても、事業の内容が大きく変わるときに使います。"
            checked={typed['asApplication'] === 'yes'}
          />
        )}
        <ButtonRow>
          <Button kind="secondary">差し戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
